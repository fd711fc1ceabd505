// What the page knows of where it is: preferences, the on-screen keyboard, the day.

const preferences = {
  dark: matchMedia('(prefers-color-scheme: dark)'),
  lessMotion: matchMedia('(prefers-reduced-motion: reduce)'),
  coarse: matchMedia('(pointer: coarse)'),
};

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

// Of the clock that moves things, which goes on when tests hold the calendar.
export const seconds = () => performance.now() / 1000;

function keyboardInset() {
  // Zoomed in by two fingers, less is seen for another reason.
  if (!visualViewport || visualViewport.scale > 1.01) return 0;
  return Math.max(0, innerHeight - visualViewport.height - visualViewport.offsetTop);
}

export function surroundings() {
  return {
    dark: preferences.dark.matches,
    lessMotion: preferences.lessMotion.matches,
    coarse: preferences.coarse.matches,
    keyboardInset: keyboardInset(),
    today: today(),
    seconds: seconds(),
    now: Date.now() / 1000,
  };
}
