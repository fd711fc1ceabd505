// Links into the calculator, as docs/link.md says them.
import { crc32 } from 'node:zlib';

const digits = 'abcdefghijklmnopqrstuvwxyz234567';

export function checksum(text) {
  const bits = crc32(text) & 0x1ffffff;
  return [20, 15, 10, 5, 0].map((shift) => digits[(bits >>> shift) & 31]).join('');
}

const plain = /[A-Za-z0-9\-._,/]/;
export const escaped = (text) =>
  [...Buffer.from(text, 'utf8')]
    .map((byte) => (plain.test(String.fromCharCode(byte)) ? String.fromCharCode(byte) : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`))
    .join('');

/** A platform on a plan on a day, with the use that the calculator too begins with. `held`: the person is on it already. */
export function calculatorFragment(platform, { date, plan, held = false }) {
  const use = Object.entries(platform.typical ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  const chosen = plan ? `:${plan}${held ? ':on' : ''}` : '';
  const text = `1;d=${date};p=${platform.id}${chosen}${use.map(([metric, amount]) => `;${metric}=${escaped(amount)}`).join('')}`;
  return `${text}~${checksum(text)}`;
}
