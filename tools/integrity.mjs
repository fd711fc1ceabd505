// What each file of a finished dist/ holds, for those that load it: index.html its script and style, boot.mjs what it fetches, and a
// list beside the rest. So one hash leads to the next, from index.html on.
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { filesBelow } from './files.mjs';

async function hash(dist, name) {
  return createHash('sha256').update(await readFile(join(dist, name))).digest('base64');
}

/** Path to the SHA-256, in base64, of these files. */
export async function hashes(dist, names) {
  const values = await Promise.all(names.map((name) => hash(dist, name)));
  return Object.fromEntries(names.map((name, i) => [name, values[i]]));
}

/** later/integrity.json: of the files that are fetched when a platform is wanted. */
export async function writeList(dist) {
  const names = (await filesBelow(dist)).filter((name) => /^later\/(index|platforms\/.*)\.json$/.test(name));
  await writeFile(join(dist, 'later/integrity.json'), JSON.stringify(await hashes(dist, names)));
}

// A cache that holds another version of the file must not be asked for it, so the address changes with what it holds.
/** Puts the hash of each of these files into the element of index.html that loads it. */
export async function sealPage(dist, names) {
  const page = join(dist, 'index.html');
  let html = await readFile(page, 'utf8');
  for (const [name, value] of Object.entries(await hashes(dist, names))) {
    const parts = html.split(`="${name}"`);
    if (parts.length !== 2) throw new Error(`index.html loads ${name} ${parts.length - 1} times; expected once.`);
    html = parts.join(`="${name}?${value.slice(0, 8)}" integrity="sha256-${value}"`);
  }
  await writeFile(page, html);
}
