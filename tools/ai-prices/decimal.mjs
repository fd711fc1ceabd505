import { refuse } from './refusal.mjs';

// A decimal of at most 15 significant digits comes back from a double as it was printed.
const mostDigits = 15;

/** The exact decimal text of a price as the data prints it. Nothing is computed. */
export function decimalText(value, where) {
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) {
    refuse(where, `${JSON.stringify(value) ?? value} (${String(value)}) is no price`, 'a finite number, zero or above');
  }
  const text = String(value);
  if (!/^\d+(\.\d+)?$/.test(text)) refuse(where, `${text} is printed with an exponent`, 'plain decimals');
  const digits = text.replace('.', '').replace(/^0+/, '');
  if (digits.length > mostDigits) {
    refuse(where, `${text} has ${digits.length} significant digits`, `at most ${mostDigits}, which doubles keep`);
  }
  return text;
}
