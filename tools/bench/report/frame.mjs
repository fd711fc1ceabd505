import { short, table, verdict } from './words.mjs';

export const title = 'Frame';

const target = 4; // milliseconds

export function text({ rest, hover, charts }) {
  const row = (name, { frames, median, p95, most, mainThread }) => [name, frames, short(median), short(p95), short(most), short(mainThread)];
  const worst = charts.toSorted((a, b) => b.p95 - a.p95)[0];
  return `What one frame takes of the processor, in milliseconds of the thread's own time (what else the machine does does not count): the page's script and program, in the
browser's callback and in the pointer's events since the frame before, as the browser's own trace says. Ten platforms, with growth, ranges and an own unit, 1440 × 900. A slider is dragged there and back by real events of the mouse,
once with each chart open. The last column is the whole main thread over the drag, frame by frame: also the browser's styles, layout and painting.

${table(
    ['', 'frames', 'median', '95th percentile', 'longest', 'main thread, mean'],
    [row('hover over everything', hover), ...charts.map((chart) => row(`drag, ${chart.chart}`, chart))],
  )}

- At rest no frame is drawn: ${verdict(rest.frames === 0)}, ${rest.frames} in ${rest.seconds} s.
- A drag's 95th percentile is at most ${target} ms: ${verdict(worst.p95 <= target)}; the worst is ${short(worst.p95)} ms (${worst.chart}), ${short(worst.p95 / target)} times the target.`;
}
