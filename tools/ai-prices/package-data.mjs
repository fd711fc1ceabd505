import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { refuse } from './refusal.mjs';

const name = '@pydantic/genai-prices';

/** The installed package: its version, its licence text and, by id, its providers. Its calculator is not used. */
export async function loadPackage() {
  const entry = createRequire(import.meta.url).resolve(name);
  const root = dirname(dirname(entry));
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const licence = await readFile(join(root, 'LICENSE'), 'utf8');
  const { findProvider } = await import(name);
  const provider = (id) => findProvider({ providerId: id }) ?? refuse(name, `it has no provider '${id}'`, 'the id of one');
  return { version, licence, provider };
}
