// What outlives the visit, in this browser only. A browser that forbids it is a browser that forgets.
const prefix = 'tollmeter.';

export function kept(key) {
  try {
    return localStorage.getItem(prefix + key) ?? '';
  } catch {
    return '';
  }
}

export function keep(key, value) {
  try {
    localStorage.setItem(prefix + key, value);
  } catch {
    // Forbidden or full: the address still holds the calculation.
  }
}
