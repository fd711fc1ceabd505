// Puts the finished static site together: dist/, with everything also compressed beside itself.
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { constants } from 'node:zlib';
import { build, transform } from 'esbuild';
import { compressed } from './compressed.mjs';
import { filesBelow } from './files.mjs';
import { writeIcons } from './icons.mjs';
import { hashes, sealPage, writeList } from './integrity.mjs';
import { writeServiceWorker } from './offline.mjs';
import { writePages } from './pages.mjs';

const root = join(import.meta.dirname, '..');
const web = join(root, 'web');
const dist = join(root, 'dist');

// A server picks these by what the browser accepts; they would gain nothing compressed again.
const alreadyCompressed = new Set(['.png', '.woff2']);

// Styles that the page names, and where. Each script or style that the page names is one file with all that it imports.
const styles = {
  style: 'style.css',
  'later/plain': 'plain.css',
  'later/embed': 'later/embed.css',
  'later/paper': 'later/paper.css',
  'later/update': 'later/update.css',
  'later/drop': 'later/drop.css',
  'later/selection': 'later/selection.css',
  'platforms/style': 'platforms/style.css',
};

// What the scripts load themselves, so that they hold it against its hash.
const loadedAfter = ['later/embed.css', 'later/paper.css', 'later/update.css', 'later/drop.css', 'later/selection.css'];
const loadedByBoot = ['tollmeter.wasm', 'catalog.json', 'later/later.wasm', 'later/after.mjs', 'later/plain.css', 'later/integrity.json'];

// Beside English.
const languages = async () => (await readdir(join(root, 'build/generated/languages'))).map((name) => name.replace('.json', ''));

// Emscripten's script gets the program from boot.mjs, so what it would fetch it with is left out.
const withoutFetching = {
  name: 'without fetching',
  setup({ onLoad }) {
    onLoad({ filter: /\/wasm\/tollmeter\.mjs$/ }, async ({ path }) => {
      const define = { fetch: 'undefined', 'WebAssembly.instantiateStreaming': 'undefined', 'document.currentScript': 'undefined' };
      const { code } = await transform(await readFile(path, 'utf8'), { define, minifySyntax: true });
      return { contents: code };
    });
  },
};

// entries: where to, without the ending, and which file of web/ with all that it imports; `known`: the names of what it loads itself.
async function bundle(entries, known = []) {
  await build({
    entryPoints: Object.fromEntries(Object.entries(entries).map(([out, name]) => [out, join(web, name)])),
    outdir: dist,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    external: ['./later/*'], // fetched after the first frame
    alias: { tollmeter: join(root, 'build/wasm/tollmeter.mjs') },
    plugins: [withoutFetching],
    format: 'esm',
    target: 'es2022',
    minify: true,
    define: { LANGUAGES: JSON.stringify(await languages()), INTEGRITY: JSON.stringify(await hashes(dist, known)) },
    charset: 'utf8',
    logLevel: 'warning',
  });
}

// In the order in which one holds the hash of the next.
async function bundlePage() {
  const below = async (folder) => (await filesBelow(dist)).filter((name) => name.startsWith(`${folder}/`));
  const texts = await below('languages');
  await bundle(styles);
  await bundle({ 'later/after': 'later/after.mjs' }, [...loadedAfter, ...texts]);
  await writeList(dist);
  await bundle({ boot: 'boot.mjs' }, [...loadedByBoot, ...texts, ...(await below('fonts'))]);
  await sealPage(dist, ['boot.mjs', 'style.css']);
}

async function copyPage() {
  for (const name of await filesBelow(web)) {
    if (['.mjs', '.css'].includes(extname(name))) continue;
    await mkdir(join(dist, name, '..'), { recursive: true });
    await cp(join(web, name), join(dist, name));
  }
}

async function copyMade() {
  await cp(join(root, 'build/wasm/parts/tollmeter.wasm'), join(dist, 'tollmeter.wasm'));
  await cp(join(root, 'build/wasm/parts/later.wasm'), join(dist, 'later/later.wasm'));
  await cp(join(root, 'build/generated/catalog.json'), join(dist, 'catalog.json'));
  await cp(join(root, 'build/generated/index.json'), join(dist, 'later/index.json'));
  await cp(join(root, 'build/generated/platforms'), join(dist, 'later/platforms'), { recursive: true });
  await cp(join(root, 'build/generated/languages'), join(dist, 'languages'), { recursive: true });
  await mkdir(join(dist, 'fonts'));
  for (const name of await filesBelow(join(root, 'build/fonts'))) {
    if (name.endsWith('.otf')) await cp(join(root, 'build/fonts', name), join(dist, 'fonts', name));
  }
}

async function writeNotices() {
  const parts = [
    ['Tollmeter', join(root, 'LICENSE')],
    ['Dear ImGui', join(root, 'build/deps/imgui/LICENSE.txt')],
    ['Inter', '/usr/share/doc/fonts-inter/copyright'],
    ['JSON for Modern C++ (nlohmann/json)', '/usr/share/doc/nlohmann-json3-dev/copyright'],
    ['genai-prices (prices of AI models)', join(root, 'build/generated/ai/LICENSE-genai-prices')],
  ];
  let text = 'This site contains the following works, each under the licence printed below its name.\n';
  for (const [name, path] of parts) {
    text += `\n${'='.repeat(80)}\n${name}\n${'='.repeat(80)}\n\n${(await readFile(path, 'utf8')).trim()}\n`;
  }
  await writeFile(join(dist, 'notices.txt'), text);
}

// The pages of the platforms are many and large, and the last few per cent of them are not worth the wait.
const effort = (name) => (name.startsWith('platforms/') ? 6 : constants.BROTLI_MAX_QUALITY);

async function compress(name) {
  const forms = await compressed(await readFile(join(dist, name)), effort(name));
  await Promise.all(Object.entries(forms).map(([ending, small]) => writeFile(join(dist, `${name}.${ending}`), small)));
}

await rm(dist, { recursive: true, force: true });
await mkdir(dist);
await copyPage();
await copyMade();
await bundlePage();
await writeNotices();
await writeIcons(dist);
await writePages(root, dist);
await writeServiceWorker(root, dist);
await Promise.all((await filesBelow(dist)).filter((name) => !alreadyCompressed.has(extname(name))).map(compress));
