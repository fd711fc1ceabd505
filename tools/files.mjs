// The files below a folder, by their path from it, in order.
import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';

export async function filesBelow(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}
