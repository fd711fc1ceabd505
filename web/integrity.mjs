// Holds what the page fetches against what its build consists of. A server that is half changed, a cache or a line in between must
// not mix two versions: a program with other prices than its own shows wrong totals.
import { tr } from './language.mjs';

// By path: SHA-256 in base64, as tools/integrity.mjs puts it in, of what this script loads. The rest stands in a list of its own,
// which is held against its hash as everything else.
const known = INTEGRITY;
const list = 'later/integrity.json';

let rest;

export function readList() {
  rest ??= bytesOf(list).then((bytes) => JSON.parse(new TextDecoder().decode(bytes)));
  rest.catch(() => (rest = undefined)); // asked again, it may be there
  return rest;
}

const expected = async (path) => known[path] ?? (await readList())[path];

// Browsers hash nothing for a page that came over an open line, where the page itself could be another one.
const canHash = !!crypto.subtle;

async function hash(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return btoa(String.fromCharCode(...digest));
}

// As elements take it.
export const integrityOf = (path) => `sha256-${known[path]}`;

export class Mismatch extends Error {}

export async function open(path, options) {
  const response = await fetch(path, options);
  if (!response.ok) throw new Error(tr('{0} could not be loaded: the server answered {1}.', path, response.status));
  return response;
}

// The bytes of a file, or what `begin` makes of the response while it comes: it must run nothing. What only a cache still holds is
// fetched once more, past the cache; what is no file of this build is not asked for, whatever a link names.
export async function bytesOf(path, { from = open, begin } = {}) {
  const wanted = await expected(path);
  for (const cache of wanted ? ['default', 'reload'] : []) {
    const response = await from(path, { cache });
    const made = begin?.(response.clone());
    made?.catch(() => {}); // what is of another version is judged by its hash
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (!canHash || (await hash(bytes)) === wanted) return made ?? bytes;
  }
  throw new Mismatch(tr('{0} is not of this version of Tollmeter, so it is not used. Reload the page in a minute.', path));
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
