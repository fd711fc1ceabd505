// The keys that go from one item to the next: arrows, Home and End among tabs, in lists and in what has opened, letters in lists.
// Fetched after the first frame; Tab reaches everything without it.
const ways = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
const ends = { Home: 0, End: -1 };

const reachable = (element) => !element.closest('[inert]');
const itemsOf = (holder) => [...holder.querySelectorAll('button')];

// The nearest in that direction, and rather straight ahead than to the side.
function ahead(from, items, [x, y]) {
  const middle = (element) => {
    const box = element.getBoundingClientRect();
    return [box.x + box.width / 2, box.y + box.height / 2];
  };
  const [fromX, fromY] = middle(from);
  let best;
  let least = Infinity;
  for (const item of items) {
    const [toX, toY] = middle(item);
    const along = (toX - fromX) * x + (toY - fromY) * y;
    const aside = Math.abs((toX - fromX) * y) + Math.abs((toY - fromY) * x);
    const far = along + 4 * aside;
    if (along < 4 || far >= least) continue;
    least = far;
    best = item;
  }
  return best;
}

function amongTabs(tabs, from, key) {
  const by = ways[key]?.[0];
  if (key in ends) return tabs.at(ends[key]);
  return by && tabs[(tabs.indexOf(from) + by + tabs.length) % tabs.length];
}

function inList(items, from, key) {
  const at = items.indexOf(from);
  const by = ways[key]?.[0] || ways[key]?.[1];
  if (key in ends) return items.at(ends[key]);
  // A list that the pointer opened has no focus yet.
  if (by && at < 0) return items.find((item) => item.getAttribute('aria-checked') === 'true') ?? items[0];
  if (by) return items[(at + by + items.length) % items.length];
  const letter = key.length === 1 && key !== ' ' && key.toLowerCase();
  return letter && [...items.slice(at + 1), ...items].find((item) => item.textContent.toLowerCase().startsWith(letter));
}

function target({ key, target: from }) {
  const list = [...document.querySelectorAll('#mirror [role="menu"]')].find(reachable);
  if (list) return inList(itemsOf(list), from, key);
  const tabs = from.closest('#mirror [role="tablist"]');
  const tab = tabs && amongTabs(itemsOf(tabs), from, key);
  if (tab) return tab;
  const opened = from.matches('button') && from.closest('#mirror [role="dialog"]');
  if (!opened) return undefined;
  const items = itemsOf(opened);
  return key in ends ? items.at(ends[key]) : ways[key] && ahead(from, items, ways[key]);
}

document.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  const next = target(event);
  if (!next) return;
  event.preventDefault();
  next.focus({ preventScroll: true });
});
