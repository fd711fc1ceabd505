// What a benchmark measured, with where and when: kept for the document, which is made of all of them.
import { execFileSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');
export const built = join(root, 'build/bench');
const folder = join(built, 'results');
const fileOf = (name) => join(folder, `${name}.json`);

const firstLine = (...command) => execFileSync(command[0], command.slice(1), { encoding: 'utf8' }).split('\n')[0];

function where() {
  const all = cpus();
  return { processor: all[0].model, cores: all.length };
}

function versions() {
  return {
    Node: process.versions.node,
    Emscripten: /(\d+\.\d+\.\d+)/.exec(firstLine('emcc', '--version'))[1],
    'g++': firstLine('g++', '-dumpfullversion'),
  };
}

export async function writeResult(name, figures) {
  await mkdir(folder, { recursive: true });
  const date = new Date().toISOString().slice(0, 10);
  await writeFile(fileOf(name), `${JSON.stringify({ date, ...where(), versions: versions(), ...figures }, null, 1)}\n`);
}

export async function readResult(name) {
  return JSON.parse(await readFile(fileOf(name), 'utf8'));
}
