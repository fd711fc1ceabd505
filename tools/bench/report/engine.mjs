import { short, spread, table, verdict, whole } from './words.mjs';

export const title = 'Engine';

export const plot = 'benchmarks-linear.svg';

const target = 1e6; // nanoseconds
const micro = 1e3;
const milli = 1e6;

const isEven = ({ of }) => of === 'even traffic';
const evenRow = (estimates, count) => estimates.find((row) => isEven(row) && row.platforms === count);

function estimatesTable(estimates) {
  const columns = [['chosen', 'as chosen'], ['fits', 'cheapest that fits'], ['every', 'every plan']];
  return table(
    ['', 'platforms', 'plans', ...columns.map(([, name]) => `${name}, wasm ms`), 'estimates a second, wasm', 'native', 'wasm / native'],
    estimates.map((row) => [
      row.of, row.platforms, row.plans, ...columns.map(([key]) => spread(row[key].wasm, milli)),
      whole(1e9 / row.chosen.wasm.median), whole(1e9 / row.chosen.native.median), spread(row.chosen.ratio),
    ]),
  );
}

// What ten more platforms cost, as a share of what the first ten cost.
function linear(estimates, key) {
  const [ten, hundred] = [10, 100].map((count) => evenRow(estimates, count)[key].wasm.median);
  return hundred / ten / 10;
}

function limitsTable(limits) {
  const shapes = [...new Set(limits.map(({ traffic }) => traffic))];
  const names = [...new Set(limits.map(({ window }) => window))];
  const cell = (window, traffic) => spread(limits.find((row) => row.window === window && row.traffic === traffic).slowest.wasm, micro);
  return table(['', ...shapes], names.map((name) => [name, ...shapes.map((shape) => cell(name, shape))]));
}

function solversTable(solvers) {
  const rows = solvers.map((row) => {
    const estimate = solvers.find(({ traffic, name }) => traffic === row.traffic && name === 'estimate');
    return [
      `${row.name}, ${row.traffic}`, spread(row.all.wasm, milli), row.slices, spread(row.longest.wasm, milli),
      short(row.all.wasm.median / estimate.all.wasm.median), spread(row.all.ratio),
    ];
  });
  return table(['', 'wasm ms', 'slices', 'the longest, ms', 'in estimates', 'wasm / native'], rows);
}

function callsTable(calls) {
  return table(
    ['', 'genai-prices', 'Tollmeter, one by one', 'Tollmeter, as one bill', 'one by one / theirs', 'one bill / theirs'],
    calls.map(({ model, theirs, each, together, eachRatio, togetherRatio }) => [
      model, spread(theirs, micro), spread(each, micro), spread(together, micro), spread(eachRatio), spread(togetherRatio),
    ]),
  );
}

export function text({ estimates, limits, solvers, calls }) {
  const ten = evenRow(estimates, 10);
  return `Programs of \`tests/bench\`, natively (g++ -O2) and in wasm under Node, compiled as the page is (-Oz), in turn; medians of the runs, with the quartiles in brackets.

An estimate of ten platforms of the catalogue, and of the same again and again: as chosen; with the cheapest plan that fits for each platform, which tries plans; and
every plan that is sold on the day with its bill, the arithmetic in words and every limit over the month.

${estimatesTable(estimates)}

- One full estimate of ten platforms, every plan and every limit, in less than 1 ms in wasm: ${verdict(ten.every.wasm.median < target)}, ${short(ten.every.wasm.median / milli)} ms.
- A platform costs ${short(linear(estimates, 'chosen'))} times as much among a hundred as among ten as chosen, ${short(linear(estimates, 'every'))} times with every plan: 1 is linear.

![Time of one estimate over the number of platforms](${plot})

One limit over one month, the slowest of six loads (half of what it lets through, as much, three times as much; few calls and many), in microseconds in wasm:

${limitsTable(limits)}

The solvers with ten platforms, in slices as the page takes them:

${solversTable(solvers)}

${whole(calls[0].calls)} calls of each model, with cached, written and long prompts, priced in one process by the engine in wasm and by \`@pydantic/genai-prices\`; microseconds a call.
Both must come to the same sum to twelve digits: theirs is floating point, ours exact. One by one each call is a bill of its own.

${callsTable(calls)}`;
}
