// Whose bytes the first part of the page's program is: of Dear ImGui, of the views, of the engine and so on.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { built, root } from './result.mjs';
import { forms, sentBytes, sumOf } from './sent.mjs';
import { functionsOf, sectionsOf } from './wasm_module.mjs';

const wasm = join(root, 'build/wasm');

// In the order in which they are linked: the first that defines a name is whose it is.
const libraries = [
  ['engine', 'libcore.a'],
  ['views', 'libui.a'],
  ['Dear ImGui', 'libimgui.a'],
];
const isOfLibrary = /^_ZN?K?St3__2/; // an instance of the C++ library's templates
const isOurs = /9tollmeter/;
const isJson = /8nlohmann/;

function definedIn(archive) {
  const lines = execFileSync('llvm-nm', ['--defined-only', '--format=just-symbols', join(wasm, archive)], { encoding: 'utf8', maxBuffer: 2 ** 28 });
  return new Set(lines.split('\n'));
}

function owners() {
  const defined = libraries.map(([owner, archive]) => [owner, definedIn(archive)]);
  return (mangled) => {
    const name = mangled.replace(/^byn\$(mgfn-shared|fpcast-emu)\$/, '').replace(/_\d+$/, '');
    if (isJson.test(name)) return 'JSON library';
    if (isOfLibrary.test(name) && !isOurs.test(name)) return 'C and C++ libraries';
    const owner = defined.find(([, names]) => names.has(name) || names.has(mangled))?.[0];
    if (owner) return owner;
    return isOurs.test(name) || /^tollmeter_/.test(name) ? 'browser platform' : 'C and C++ libraries';
  };
}

// The same split as tools/split-program.py makes, with the names left in.
function namedFirstPart() {
  const [first, later] = ['first.wasm', 'later.wasm'].map((name) => join(built, name));
  mkdirSync(built, { recursive: true });
  execFileSync('wasm-split', ['-all', '-g', '--split', join(wasm, 'tollmeter.wasm'), `--split-funcs=@${join(wasm, 'parts/later.txt')}`,
    '--import-namespace=first', '--placeholder-namespace=later', '-o1', first, '-o2', later]);
  return readFileSync(first);
}

// Compressed bytes are those of each part's own bytes compressed alone, scaled so that all together are the file's.
async function share(parts, sent) {
  const rows = await Promise.all([...parts].map(async ([name, pieces]) => ({ name, ...(await sentBytes(Buffer.concat(pieces))) })));
  const alone = sumOf(rows);
  return rows.map((row) => ({ name: row.name, ...Object.fromEntries(forms.map((form) => [form, Math.round((row[form] * sent[form]) / alone[form])])) }));
}

// `shipped` is the file that is fetched.
export async function programParts(shipped) {
  const named = sectionsOf(namedFirstPart());
  const own = sectionsOf(shipped);
  const code = (sections) => sections.find(({ kind }) => kind === 'code').content;
  if (Buffer.compare(code(named), code(own)) !== 0) {
    throw new Error('The named split is not the one that is shipped: build the page anew.');
  }
  const parts = new Map();
  const add = (name, piece) => parts.set(name, [...(parts.get(name) ?? []), piece]);
  const owner = owners();
  for (const { name, code: body } of functionsOf(named)) add(owner(name), body);
  for (const { kind, content } of own) {
    if (kind === 'data') add('texts and constants', content);
    else if (kind !== 'code') add('types, tables, imports, exports', content);
  }
  return share(parts, await sentBytes(shipped));
}
