// Writes docs/benchmarks.md: the sections that are named anew from what was measured, the others as they stand there.
//   write.mjs NAME...
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as engine from './report/engine.mjs';
import * as frame from './report/frame.mjs';
import * as growth from './report/growth.mjs';
import * as link from './report/link.mjs';
import { linearPlot } from './report/linear_plot.mjs';
import * as start from './report/start.mjs';
import * as weight from './report/weight.mjs';
import { measuredOn } from './report/words.mjs';
import { readResult, root } from './result.mjs';

const sections = { weight, start, frame, growth, engine, link };
const intro = `# Benchmarks

\`./bench\` measures all of this again on any machine with Debian and writes this page; \`./bench weight\`, \`start\`, \`frame\`, \`growth\`, \`engine\` or \`link\` one
section of it. What is measured beside something else is measured in the same run, in turn with it. Times depend on the machine and on what else
it does; how they compare with each other, much less. Nothing here is a test that can fail on a busy machine: only the bytes are one (\`tools/budget.mjs\`).
What was found out about a figure stands in [decisions](decisions.md).`;

const file = join(root, 'docs/benchmarks.md');
const before = await readFile(file, 'utf8').catch(() => '');

function asItStands({ title }) {
  const from = before.indexOf(`\n## ${title}\n`);
  if (from < 0) return undefined;
  const to = before.indexOf('\n## ', from + 1);
  return before.slice(from + 1, to < 0 ? undefined : to).trim();
}

async function anew(name, { title, text }) {
  const result = await readResult(name);
  if (name === 'engine') await writeFile(join(root, 'docs', engine.plot), linearPlot(result.estimates));
  return `## ${title}\n\n${measuredOn(result)}\n\n${text(result)}`;
}

const names = process.argv.slice(2);
const all = [intro];
for (const [name, section] of Object.entries(sections)) {
  all.push(names.includes(name) ? await anew(name, section) : asItStands(section));
}
await writeFile(file, `${all.filter(Boolean).join('\n\n')}\n`);
