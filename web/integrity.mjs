// Holds what the page fetches against what its build consists of. A server that is half changed, a cache or a line in between must
// not mix two versions: a program with other prices than its own shows wrong totals.

// By path: SHA-256 in base64, as tools/integrity.mjs puts it in, of what this script loads. The rest stands in a list of its own,
// which is held against its hash as everything else.
const known = INTEGRITY;
const list = 'later/integrity.json';

// Why a file is not used: it is another than that of this build, or this build has none.
export class Mismatch extends Error {}
export class Unlisted extends Error {}

let rest;

export function readList() {
  rest ??= fileOf(list).then((bytes) => JSON.parse(new TextDecoder().decode(bytes)));
  rest.catch(() => (rest = undefined)); // asked again, it may be there
  return rest;
}

async function expected(path) {
  const wanted = known[path] ?? (await readList())[path];
  if (!wanted) throw new Unlisted(); // it is not asked for, whatever a link names
  return wanted;
}

// Browsers hash nothing for a page that came over an open line, where the page itself could be another one.
const canHash = !!crypto.subtle;

async function hash(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return btoa(String.fromCharCode(...digest));
}

// As elements take it.
export const integrityOf = (path) => `sha256-${known[path]}`;

async function open(path, cache, through) {
  const response = await fetch(path, { cache });
  if (!response.ok) throw response.status;
  // In place of the file a network that asks to log in sends a page.
  if (/html/.test(response.headers.get('Content-Type'))) throw new TypeError();
  // Browsers compile under this type only, and not every server knows it.
  return new Response(through(response), { headers: { 'Content-Type': 'application/wasm' } });
}

// The bytes of a file, or the module of a program, which is compiled while it comes. What only a cache still holds is fetched once
// more, past the cache. Throws the server's status where it answered with one. through(response): its body, where somebody counts it.
export async function fileOf(path, through = ({ body }) => body) {
  const wanted = await expected(path);
  for (const cache of ['default', 'reload']) {
    const response = await open(path, cache, through);
    const module = path.endsWith('.wasm') ? WebAssembly.compileStreaming(response.clone()) : undefined;
    module?.catch(() => {}); // what is of another version is judged by its hash
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (!canHash || (await hash(bytes)) === wanted) return module ?? bytes;
  }
  throw new Mismatch();
}

// Gets a script ready to be imported, which the browser holds against its hash where it can load one without running it.
export async function readyScript(path) {
  const link = document.createElement('link');
  if (!link.relList.supports('modulepreload')) return;
  await new Promise((resolve, reject) => {
    Object.assign(link, { rel: 'modulepreload', href: path, integrity: integrityOf(path), onload: resolve, onerror: reject });
    document.head.append(link);
  });
}
