import { short, table, verdict, whole } from './words.mjs';

export const title = 'Memory';

export function text({ points }) {
  const [first, last] = [points[0], points.at(-1)];
  const frames = last.frames - first.frames;
  const grown = { wasm: last.wasm - first.wasm, script: last.script - first.script };
  return `What is held while a slider is dragged on and on with ten platforms, in bytes, after the browser has collected its garbage:

${table(
    ['frames', "the program's memory", "the script's heap"],
    points.map((point) => [whole(point.frames - first.frames), whole(point.wasm), whole(point.script)]),
  )}

- The program's memory does not grow over ${whole(frames)} frames: ${verdict(grown.wasm <= 0)}, ${whole(grown.wasm)} bytes more. It grows by steps, so less than one would not be seen.
- The script's heap is ${whole(grown.script)} bytes larger, ${short(grown.script / frames)} a frame.`;
}
