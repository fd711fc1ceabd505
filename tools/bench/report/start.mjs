import { spread, table, verdict } from './words.mjs';

export const title = 'Start';

const names = { full: 'as the machine is', throttled: 'fast 3G, processor 4 times slower' };

export function text(result) {
  const kinds = Object.entries(names).map(([kind, name]) => ({ name, ...result[kind] }));
  return `From the navigation to the first usable frame in Chromium, in milliseconds, each time in a browser context that has never seen the page; ours and
the demo take turns, from the same server, compressed by brotli. Both are watched from outside alike: the browser is through with the frame
in which WebGL first drew. Tollmeter must also say that it is ready. Fast 3G is Chrome's: 180,000 bytes a second, 562.5 ms an answer. WebGL is drawn
by the processor here, which weighs on both. Medians, with the quartiles in brackets.

${table(
    ['', 'Tollmeter', "Dear ImGui's own demo", 'Tollmeter / demo', 'times'],
    kinds.map(({ name, ours, demo, ratio }) => [name, spread(ours), spread(demo), spread(ratio), ours.runs]),
  )}

Of it what the page's main thread was busy, in processor time, which another program on the machine does not lengthen:

${table(
    ['', 'Tollmeter', "Dear ImGui's own demo", 'Tollmeter / demo'],
    kinds.map(({ name, thread }) => [name, spread(thread.ours), spread(thread.demo), spread(thread.ratio)]),
  )}

What Tollmeter shows in HTML meanwhile (what it is, and a link to all prices):

${table(
    ['', 'first words', 'the program has come', 'words first'],
    kinds.map(({ name, words, wasm, wordsFirst, ours }) => [name, spread(words), spread(wasm), `${wordsFirst} of ${ours.runs}`]),
  )}

${kinds.map(({ name, ratio }) => `- Not slower than the demo, ${name}: ${verdict(ratio.median <= 1)}.`).join('\n')}`;
}
