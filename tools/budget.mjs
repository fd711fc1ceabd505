// Prints what a browser fetches before the first usable frame, and fails above the budget.
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { firstFiles, siteFiles } from './first_files.mjs';

// Bytes as sent: brotli, level 11. More than the budget fails; the aim is what every addition is held against.
const budget = 286_720;
const aim = 245_760;
const dist = join(import.meta.dirname, '..', 'dist');

const afterFirst = ['later/later.wasm', 'later/index.json']; // by itself, at once

async function weigh(wanted) {
  const rows = [];
  for (const name of wanted) {
    const raw = (await stat(join(dist, name))).size;
    const sent = await stat(join(dist, `${name}.br`)).then(({ size }) => size, () => raw);
    rows.push({ name, raw, sent });
  }
  return rows.sort((a, b) => b.sent - a.sent);
}

const number = (value) => value.toLocaleString('en-US').padStart(11);
const line = (name, raw, sent) => console.log(`${name.padEnd(30)}${raw}${sent}`);
function print(title, rows) {
  const total = rows.reduce((sum, row) => ({ raw: sum.raw + row.raw, sent: sum.sent + row.sent }), { raw: 0, sent: 0 });
  line(title, 'raw'.padStart(11), 'brotli'.padStart(11));
  for (const { name, raw, sent } of rows) line(name, number(raw), number(sent));
  line('together', number(total.raw), number(total.sent));
  return total;
}

const rows = await weigh(await firstFiles(dist));
const total = print('before the first usable frame', rows);
const left = budget - total.sent;
console.log(`${Math.abs(aim - total.sent)} bytes ${total.sent <= aim ? 'below' : 'above'} the aim of ${aim}`);
console.log(left >= 0 ? `${left} bytes below the budget of ${budget}` : `${-left} bytes above the budget of ${budget}`);
print('after the first frame', await weigh(afterFirst));
print('before it, in that language', await weigh((await siteFiles(dist)).filter((name) => name.startsWith('languages/'))));
process.exitCode = left >= 0 && rows.length > 0 ? 0 : 1;
