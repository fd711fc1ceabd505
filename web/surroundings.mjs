// What the page knows of where it is: preferences, the on-screen keyboard, the day.

const preferences = {
  dark: matchMedia('(prefers-color-scheme: dark)'),
  lessMotion: matchMedia('(prefers-reduced-motion: reduce)'),
  coarse: matchMedia('(pointer: coarse)'),
  moreContrast: matchMedia('(prefers-contrast: more)'),
  forcedColors: matchMedia('(forced-colors: active)'),
};

// Within another page: a calculation is shown, and nothing of it is kept (docs/web.md).
export const embedded = new URLSearchParams(location.search).get('embed') === '1';
export const forcedColors = () => preferences.forcedColors.matches;

export function watchSurroundings(onChange) {
  for (const preference of Object.values(preferences)) preference.addEventListener('change', onChange);
  visualViewport?.addEventListener('resize', onChange);
  visualViewport?.addEventListener('scroll', onChange);
}

// The person's own calendar day, as days since 1970-01-01.
export function today() {
  const now = new Date();
  return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86_400_000;
}

// How many times as large as usual the person has the browser write; the style sheet's root is 14 pixels where that is once.
export const textScale = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 14;

// Of the clock that moves things, which goes on when tests hold the calendar.
export const seconds = () => performance.now() / 1000;

function keyboardInset() {
  // Zoomed in by two fingers, less is seen for another reason.
  if (!visualViewport || visualViewport.scale > 1.01) return 0;
  return Math.max(0, innerHeight - visualViewport.height - visualViewport.offsetTop);
}

export function surroundings() {
  return {
    ...Object.fromEntries(Object.entries(preferences).map(([name, { matches }]) => [name, matches])),
    embedded,
    keyboardInset: keyboardInset() / textScale(),
    today: today(),
    seconds: seconds(),
    now: Date.now() / 1000,
  };
}
