// A site of the tests' own: a copy of dist/ that can be changed, on a server that can be made to fail.
import { createHash } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { writeServiceWorker } from '../../tools/offline.mjs';

const root = join(import.meta.dirname, '../..');
const types = { '.css': 'text/css', '.html': 'text/html', '.js': 'text/javascript', '.json': 'application/json', '.mjs': 'text/javascript', '.svg': 'image/svg+xml', '.wasm': 'application/wasm' };

const sha256 = (text) => createHash('sha256').update(text).digest('base64');
const holderOf = { 'catalog.json': 'boot.mjs', 'boot.mjs': 'index.html' }; // of its hash

// site.asked: the paths that were asked for; site.cut: paths whose connection breaks in the middle; site.change(name, from, to): a newer
// version, with a list of its own.
export const it = test.extend({
  site: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'site-'));
    const filter = (source) => !/\.(br|gz)$/.test(source);
    await cp(join(root, 'dist'), folder, { recursive: true, filter });
    const asked = [];
    const cut = new Set();
    const server = createServer(async (request, response) => {
      const path = new URL(request.url, 'http://site').pathname;
      asked.push(path);
      const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
      const bytes = await readFile(file).catch(() => undefined);
      if (!bytes) return response.writeHead(404).end();
      response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream', 'Content-Length': bytes.length });
      if (!cut.has(path)) return response.end(bytes);
      return response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    const change = async (name, from, to) => {
      const text = await readFile(join(folder, name), 'utf8');
      expect(text).toContain(from);
      const newer = text.replace(from, to);
      await writeFile(join(folder, name), newer);
      if (holderOf[name]) await change(holderOf[name], sha256(text), sha256(newer));
      else await writeServiceWorker(root, folder);
    };
    await use({ url: `http://127.0.0.1:${server.address().port}`, folder, asked, cut, change });
    server.closeAllConnections();
    server.close();
    await rm(folder, { recursive: true });
  },
  baseURL: async ({ site }, use) => use(site.url),
});
