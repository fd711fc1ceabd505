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

export function keep(key, value) {
  try {
    if (!embedded) localStorage.setItem(prefix + key, value);
  } catch {
    // Forbidden or full: the address still holds the calculation.
  }
}
