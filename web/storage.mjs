// What outlives the visit, in this browser only. A browser that forbids it is a browser that forgets.
const prefix = 'tollmeter.';

export function kept(key) {
  try {
    return localStorage.getItem(prefix + key) ?? '';
  } catch {
    return '';
  }
}

// Whether it is kept.
export function keep(key, value) {
  try {
    localStorage.setItem(prefix + key, value);
    return true;
  } catch {
    return false; // forbidden or full: the address still holds the calculation
  }
}

// Calls `changed` with the key of what another tab kept.
export function watchKept(changed) {
  addEventListener('storage', ({ key }) => key?.startsWith(prefix) && changed(key.slice(prefix.length)));
}
