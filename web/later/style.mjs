import { integrityOf } from '../integrity.mjs';

// Adds a style sheet; kept when it is there, or cannot be had.
export function style(href) {
  const sheet = document.createElement('link');
  const loaded = new Promise((resolve) => (sheet.onload = sheet.onerror = resolve));
  Object.assign(sheet, { rel: 'stylesheet', href, integrity: integrityOf(href) });
  document.head.append(sheet);
  return loaded;
}
