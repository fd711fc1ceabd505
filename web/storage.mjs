// What outlives the visit, in this browser only. A browser that forbids it is a browser that forgets; what another page shows
// is no visit.
import { embedded } from './surroundings.mjs';

const prefix = 'tollmeter.';

export function kept(key) {
  try {
    return (!embedded && localStorage.getItem(prefix + key)) || '';
  } catch {
    return '';
  }
}

// Whether it is kept. Within another page nothing is.
export function keep(key, value) {
  try {
    if (!embedded) localStorage.setItem(prefix + key, value);
    return !embedded;
  } catch {
    return false; // forbidden or full: the address still holds the calculation
  }
}

// Calls `changed` when another tab has, or may have, kept another value: a page that went and came back by the browser's Back
// was told of none.
export function watchKept(key, changed) {
  addEventListener('storage', (event) => event.key === prefix + key && changed());
  addEventListener('pageshow', ({ persisted }) => persisted && changed());
}
