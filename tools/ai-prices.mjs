// Makes a platform file of each provider's prices in the npm package @pydantic/genai-prices and of an overlay kept by hand:
//   node ai-prices.mjs OVERLAY_FOLDER COMMON_JSON OUT_FOLDER
// What the data says in a way that is not understood stops it with one sentence and code 2.
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { jsonText } from './ai-prices/json-text.mjs';
import { loadPackage } from './ai-prices/package-data.mjs';
import { platformFrom } from './ai-prices/platform.mjs';
import { Refusal, refuse } from './ai-prices/refusal.mjs';

const versionFile = 'genai-prices.json';

async function readJson(path) {
  const text = await readFile(path, 'utf8').catch(({ code }) => refuse(path, `it cannot be read (${code})`, 'a JSON file'));
  try {
    return JSON.parse(text);
  } catch ({ message }) {
    return refuse(path, message, 'valid JSON');
  }
}

/** The package, with the day on which the overlay folder says that its version was published. */
async function loadData(overlayFolder) {
  const { version, read } = await readJson(join(overlayFolder, versionFile));
  const data = await loadPackage();
  if (data.version !== version) {
    const expected = 'that version with its day, after a look at what changed';
    refuse(versionFile, `it knows version ${version}, and ${data.version} is installed`, expected);
  }
  return { ...data, read };
}

const brotliSize = (text) =>
  brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }).length;

export async function buildAll(overlayFolder, commonPath) {
  const data = await loadData(overlayFolder);
  const common = (await readJson(commonPath)).drivers.map(({ id }) => id);
  const files = (await readdir(overlayFolder)).filter((name) => name.endsWith('.json') && name !== versionFile).sort();
  const built = [];
  for (const name of files) {
    const overlay = await readJson(join(overlayFolder, name));
    if (overlay.id !== basename(name, '.json')) refuse(name, `its id is '${overlay.id}'`, 'the name of the file');
    built.push(platformFrom(overlay, data, common));
  }
  return { built, licence: data.licence };
}

async function main([overlayFolder, commonPath, outFolder, ...more]) {
  if (!outFolder || more.length > 0) refuse('ai-prices', 'it was called otherwise', 'OVERLAY_FOLDER COMMON_JSON OUT_FOLDER');
  const { built, licence } = await buildAll(overlayFolder, commonPath);
  await mkdir(outFolder, { recursive: true });
  await writeFile(join(outFolder, 'LICENSE-genai-prices'), licence);
  for (const { platform } of built) {
    const text = jsonText(platform);
    await writeFile(join(outFolder, `${platform.id}.json`), text);
    const sizes = `${Buffer.byteLength(text)} bytes, brotli ${brotliSize(text)}`;
    console.log(`${platform.id}.json: ${platform.plans.length} plans, ${sizes}`);
  }
}

if (process.argv[1] === import.meta.filename) {
  try {
    await main(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
}
