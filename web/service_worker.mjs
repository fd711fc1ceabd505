// Answers for the page from what it keeps, so that it opens without a network. tools/offline.mjs puts in FILES: the page's files
// with what they hold, so that each build is a version of its own and an unchanged file is fetched once; and NOT_VISITED: what is said instead
// of pages that were never read, by their folders.
/* global FILES, NOT_VISITED */

const files = 'tollmeter-files'; // of the page: by path and content
const visited = 'tollmeter-pages'; // of the platforms: those that were read
const atOnce = 3;

const scope = new URL(self.registration.scope);
const addressOf = (path) => new URL(path, scope).href;
const keyOf = (path) => `${addressOf(path)}?${FILES[path]}`;

async function contentOf(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

class OtherVersion extends Error {}

// A file of another version, as a server has that is just being changed, must not be kept beside those of this one.
async function fileOf(path, priority) {
  const response = await fetch(addressOf(path), { cache: 'no-cache', priority });
  if (!response.ok) throw new Error(`${path}: the server answered ${response.status}`);
  const bytes = await response.arrayBuffer();
  if ((await contentOf(bytes)) !== FILES[path]) throw new OtherVersion(path);
  const headers = { 'Content-Type': response.headers.get('Content-Type') ?? '', 'Content-Length': String(bytes.byteLength) };
  return new Response(bytes, { headers });
}

async function keepFiles() {
  const cache = await caches.open(files);
  const kept = new Set((await cache.keys()).map(({ url }) => url));
  const missing = Object.keys(FILES).filter((path) => !kept.has(keyOf(path)));
  const next = async () => {
    for (let path = missing.shift(); path !== undefined; path = missing.shift()) await cache.put(keyOf(path), await fileOf(path, 'low'));
  };
  await Promise.all(Array.from({ length: atOnce }, next));
}

async function forgetOthers() {
  const own = new Set(Object.keys(FILES).map(keyOf));
  const cache = await caches.open(files);
  for (const request of await cache.keys()) if (!own.has(request.url)) await cache.delete(request);
  for (const name of await caches.keys()) {
    if (name.startsWith('tollmeter-') && name !== files && name !== visited) await caches.delete(name);
  }
}

// The path below the scope, of what this worker answers for.
function pathOf({ method, url }) {
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== scope.origin || !pathname.startsWith(scope.pathname)) return undefined;
  const path = pathname.slice(scope.pathname.length);
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}

// What the browser threw out is fetched again. Where the server has it of another version by now, this one cannot be made whole, and
// two are never mixed: the worker goes, and what is loaded next comes from the server, all of it.
async function kept(path, { mode, url }) {
  const cache = await caches.open(files);
  const there = await cache.match(keyOf(path));
  if (there) return there;
  try {
    const file = await fileOf(path, 'high');
    cache.put(keyOf(path), file.clone()).catch(() => {}); // there may be no room
    return file;
  } catch (error) {
    if (!(error instanceof OtherVersion)) throw error;
    await self.registration.unregister();
    return mode === 'navigate' ? Response.redirect(url) : Response.error();
  }
}

// The figures of today where there is a network; else those that were read last.
async function freshOrVisited(path, request) {
  const cache = await caches.open(visited);
  const address = addressOf(path);
  try {
    const response = await fetch(request);
    if (response.ok) await cache.put(address, response.clone());
    else if (response.status === 404) await cache.delete(address);
    return response;
  } catch {
    const headers = { 'Content-Type': 'text/html; charset=utf-8' };
    const [, notVisited] = NOT_VISITED.findLast(([folder]) => path.startsWith(folder));
    return (await cache.match(address)) ?? new Response(notVisited, { status: 503, headers });
  }
}

self.addEventListener('install', (event) => event.waitUntil(keepFiles()));
self.addEventListener('activate', (event) => event.waitUntil(forgetOthers().then(() => self.clients.claim())));
self.addEventListener('message', ({ data }) => data === 'take over' && self.skipWaiting());
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const path = pathOf(request);
  if (path === undefined) return;
  if (Object.hasOwn(FILES, path)) event.respondWith(kept(path, request));
  else if (path.startsWith('platforms/')) event.respondWith(freshOrVisited(path, request));
});
