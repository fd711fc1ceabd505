// Writes build/generated/repository_data.h: where corrections go, for the program the same as for the pages of the platforms.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { siteOf } from './pages/site.mjs';

const root = join(import.meta.dirname, '..');
const target = join(root, 'build/generated/repository_data.h');
const { repository } = await siteOf(root); // letters, digits and "-._/:" only
const text = `// Made by tools/repository.mjs from package.json, or from the repository that GitHub builds.
#pragma once

namespace tollmeter {
inline constexpr const char* kRepository = "${repository}";
}  // namespace tollmeter
`;

// An unchanged file keeps its time, so that nothing is compiled again.
if ((await readFile(target, 'utf8').catch(() => undefined)) !== text) {
  await mkdir(join(root, 'build/generated'), { recursive: true });
  await writeFile(target, text);
}
