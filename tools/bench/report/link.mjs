import { spread, table, whole } from './words.mjs';

export const title = 'Link';

const each = (nanoseconds) => whole(1e9 / nanoseconds.median);

export function text({ links }) {
  return `The links of the ready-made calculations and of one with ten platforms: their length in bytes, and how many a second are written and opened, in wasm. Each is
opened again first and must be what was written.

${table(
    ['', 'platforms', 'bytes', 'written a second', 'opened a second', 'wasm / native, written', 'opened'],
    links.map(({ name, platforms, bytes, encode, decode }) => [name, platforms, bytes, each(encode.wasm), each(decode.wasm), spread(encode.ratio), spread(decode.ratio)]),
  )}`;
}
