// Writes the service worker of a finished dist/: web/service_worker.mjs with the list of the page's files and what they hold.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { filesBelow } from './files.mjs';
import { notVisited } from './pages/not_visited.mjs';

// The pages of the platforms are kept when they are read; the rest is nothing that the page itself opens.
const isLeftOut = (name) => /^platforms\/|^(sitemap\.xml|notices\.txt|service-worker\.js)$|\.(br|gz)$/.test(name);

/** Path to the first 8 bytes of the SHA-256 of each file that the page may ask for. */
export async function contents(dist) {
  const names = (await filesBelow(dist)).filter((name) => !isLeftOut(name));
  const hash = (bytes) => createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  const hashes = await Promise.all(names.map(async (name) => hash(await readFile(join(dist, name)))));
  return Object.fromEntries(names.map((name, i) => [name, hashes[i]]));
}

export async function writeServiceWorker(root, dist) {
  await build({
    entryPoints: [join(root, 'web/service_worker.mjs')],
    outfile: join(dist, 'service-worker.js'),
    bundle: true,
    define: { FILES: JSON.stringify(await contents(dist)), NOT_VISITED: JSON.stringify(await notVisited(root)) },
    format: 'iife', // no browser must know modules in workers
    target: 'es2022',
    minify: true,
    charset: 'utf8',
    logLevel: 'warning',
  });
}
