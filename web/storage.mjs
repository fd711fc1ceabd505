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

// Calls `changed` with the key of what another tab kept.
export function watchKept(changed) {
  addEventListener('storage', ({ key }) => key?.startsWith(prefix) && changed(key.slice(prefix.length)));
}
