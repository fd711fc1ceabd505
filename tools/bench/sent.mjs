// How many bytes of a file are sent.
import { readFile } from 'node:fs/promises';
import { compressed } from '../compressed.mjs';

export const forms = ['raw', 'gzip', 'brotli'];

export async function sentBytes(bytes) {
  const { br, gz } = await compressed(bytes);
  return { raw: bytes.length, gzip: gz.length, brotli: br.length };
}

export const sentFile = async (path) => sentBytes(await readFile(path));

export const sumOf = (rows) => Object.fromEntries(forms.map((form) => [form, rows.reduce((sum, row) => sum + row[form], 0)]));
