// Runs a benchmark of tests/bench natively and as wasm, in turn, and reads the lines of JSON that it prints.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './result.mjs';
import { ratios, summary } from './statistics.mjs';

const catalogue = join(root, 'build/generated/catalog-all.json');
const builds = {
  native: (name) => [join(root, 'build/bench/native', name)],
  wasm: (name) => [process.execPath, join(root, 'build/wasm', `${name}.js`)],
};

function run(build, name) {
  const [program, ...values] = builds[build](name);
  const said = execFileSync(program, [...values, catalogue], { encoding: 'utf8', maxBuffer: 2 ** 24 });
  return said.trim().split('\n').map((line) => JSON.parse(line));
}

// What each line says of what it measured, with the figures of `measured` (nanoseconds) as {native, wasm, ratio} over all runs.
export function compareBuilds(name, measured, runs) {
  const all = { native: [], wasm: [] };
  for (let i = 0; i < runs; i += 1) for (const build of Object.keys(all)) all[build].push(run(build, name));
  return all.wasm[0].map((line, row) => {
    const figures = measured.map((key) => {
      const [native, wasm] = ['native', 'wasm'].map((build) => all[build].map((lines) => lines[row][key]));
      return [key, { native: summary(native), wasm: summary(wasm), ratio: ratios(wasm, native) }];
    });
    return { ...line, ...Object.fromEntries(figures) };
  });
}
