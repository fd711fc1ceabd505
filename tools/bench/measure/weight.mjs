// How much is fetched before the first usable frame, beside Dear ImGui's own demo and jsimgui; and what the bytes are.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { transform } from 'esbuild';
import { firstFiles } from '../../first_files.mjs';
import { programParts } from '../program_parts.mjs';
import { built, root, writeResult } from '../result.mjs';
import { sentBytes, sentFile, sumOf } from '../sent.mjs';

const dist = join(root, 'dist');
const demo = join(built, 'stock-demo');
const jsimgui = join(root, 'node_modules/@mori2003/jsimgui');
const runtime = ['build/imgui.js', 'build/loader.js']; // without its two further libraries

async function weigh(folder, names) {
  return Promise.all(names.map(async (name) => ({ name, ...(await sentFile(join(folder, name))) })));
}

async function minified(name) {
  const { code } = await transform(await readFile(join(jsimgui, name), 'utf8'), { minify: true, charset: 'utf8', format: 'esm', target: 'es2022' });
  return { name, ...(await sentBytes(Buffer.from(code))) };
}

const groupOf = (name) => {
  if (name.endsWith('.wasm')) return undefined; // taken apart
  if (name.startsWith('fonts/')) return 'fonts';
  return name.endsWith('.json') ? 'catalogue' : 'script, style and HTML';
};

const page = await weigh(dist, await firstFiles(dist));
const groups = new Map();
for (const row of page) {
  const group = groupOf(row.name);
  if (group) groups.set(group, [...(groups.get(group) ?? []), row]);
}
const parts = [
  ...(await programParts(await readFile(join(dist, 'tollmeter.wasm')))),
  ...[...groups].map(([name, rows]) => ({ name, ...sumOf(rows) })),
];

const demoFiles = await weigh(demo, ['index.html', 'index.js', 'index.wasm']);
const { version } = JSON.parse(await readFile(join(jsimgui, 'package.json'), 'utf8'));
await writeResult('weight', {
  page: sumOf(page),
  files: page,
  parts: parts.sort((a, b) => b.brotli - a.brotli),
  demo: { ...sumOf(demoFiles), program: demoFiles.find(({ name }) => name.endsWith('.wasm')) },
  jsimgui: { version, published: sumOf(await weigh(jsimgui, runtime)), minified: sumOf(await Promise.all(runtime.map(minified))) },
});
