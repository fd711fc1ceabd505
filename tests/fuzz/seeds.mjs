// Writes the seeds of the fuzz targets: seeds.mjs FOLDER. They are made from what the tests and the page already have.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
rmSync(folder, { recursive: true, force: true });

// What is longer would be cut, and a cut document is refused at its end (tools/fuzz.sh).
const kMostBytes = 16_384;

function seed(target, name, text) {
  if (Buffer.byteLength(text) > kMostBytes) return;
  mkdirSync(join(folder, target), { recursive: true });
  writeFileSync(join(folder, target, name), text);
}

const seeds = (target, texts) => texts.forEach((text, i) => seed(target, `${i}`, text));
const json = (file) => JSON.parse(readFileSync(file, 'utf8'));
/** What a test keeps in raw strings that begin as an object. */
const objects = (file) => (readFileSync(file, 'utf8').match(/R"\(\{[^]*?\)"/g) ?? []).map((text) => text.slice(3, -2));

// Links, as the unit tests keep them, and one with a little of everything.
const kept = readFileSync('tests/unit/link_test.cpp', 'utf8').match(/"[12];[^"\\]*~[a-z2-7]{5}"/g) ?? [];
const full =
  '1;t=All;d=2026-11-23;c=16;s=work:Europe/Berlin;r=again;b=500.00USD;g=5;in=USD;rate.EUR=1.0845:2026-11-20;you.accounts=60;range.you.accounts=40:90;' +
  'unit=one%20customer:600;range.unit=400:900;p=x;posts_created=200/day;posts_read=30,000;posts_with_link=40%20%25;range.posts_read=20,000:90000;' +
  'unit.posts_read=50;p=linkedin:development;app_calls=420/day;unit.app_calls=1.5~';
const links = [...kept.map((link) => link.slice(1, -1)), full];
seeds('link', links);
seeds('kept', links.map((link, i) => `${link}\n${links[(i + 1) % links.length]}`));
// Each letter is another solver.
const solvers = 'abcdefghijk';
const presets = json('assets/presets.json').map((preset) => preset.link);
[...links, ...presets].forEach((link, i) => seed('solve', `link-${i}`, solvers[i % solvers.length] + link));
[...solvers].forEach((letter) => seed('solve', `full-${letter}`, letter + full));

// What people type.
seeds('fields', ['6000', '6,000', '1.5M', '2e6', '200/day', '10 per minute', '40 %', '2023-04-25', '0.0000166667', '1.500', '1.234.567,5',
  '1.0845', '500.00', '-2.5%', '3', 'work:Europe/Berlin', 'bursts:4:10:60', `week:${'0123456789'.repeat(17).slice(0, 168)}`, 'USD',
  'Q3 launch plan', 'プラン', '20k\u000090,000', '100/day\u0000300/day', '20 %\u000060%']);

// Formulas: those of the unit test, and what the catalogue has.
const formulas = new Set((readFileSync('tests/unit/formula_test.cpp', 'utf8').match(/\{"[^"\n]+",/g) ?? []).map((text) => text.slice(2, -2)));
for (const file of readdirSync('assets/catalog')) {
  for (const [, text] of readFileSync(join('assets/catalog', file), 'utf8').matchAll(/"([a-z_0-9., ()*+/-]*[*+(][a-z_0-9., ()*+/-]*)"/g)) formulas.add(text);
}
seeds('formula', [...formulas]);

// Replies, as the unit tests keep them: C++ texts that follow each other are one.
const replies = readFileSync('tests/unit/reply_test.cpp', 'utf8').match(/"HTTP\/[^\n]*"(\s*"[^\n]*")*/g) ?? [];
const escapes = { '\\r': '\r', '\\n': '\n', '\\"': '"' };
seeds('reply', replies.map((text) => text.replace(/"\s*"/g, '').slice(1, -1).replace(/\\r|\\n|\\"/g, (c) => escapes[c])));

// Catalogues: each platform with one of its plans, so that a changed byte is not lost in a hundred kilobytes.
const { drivers } = json('assets/catalog/common.json');
const platforms = new Map();
for (const file of readdirSync('assets/catalog')) {
  if (!file.endsWith('.json') || ['schema.json', 'common.json'].includes(file)) continue;
  const platform = json(join('assets/catalog', file));
  platform.plans = platform.plans.filter((plan) => !plan.extends).slice(0, 1);
  delete platform.default_plan;
  platforms.set(platform.id, platform);
  seed('catalog', file, JSON.stringify({ common: { drivers }, platforms: [platform] }));
}

// The list of platforms with a job, and a platform that can do it.
const index = json('build/generated/index.json');
for (const job of index.jobs.jobs) {
  const listed = index.listed.filter(({ id }) => job.offers.some(({ platform }) => platform === id)).slice(0, 3);
  const offers = job.offers.filter(({ platform }) => listed.some(({ id }) => id === platform));
  const part = { listed, presets: index.presets.slice(0, 1), jobs: { sources: index.jobs.sources, jobs: [{ ...job, offers }], untold: [] } };
  const able = listed.map(({ id }) => JSON.stringify(platforms.get(id))).sort((a, b) => a.length - b.length);
  seed('index', job.id, `${JSON.stringify(part)}\0${able[0] ?? ''}`);
}
seed('index', 'replies', JSON.stringify({ listed: [], presets: [], replies: index.replies.map((rows, i) => (i === 3 ? rows.slice(1, 6) : rows)) }));

// Own prices and prices of Stripe: what the tests of both hold, and a platform's file.
for (const name of ['own_prices', 'own_import']) {
  objects(`tests/unit/${name}_test.cpp`).forEach((text, i) => {
    seed('own', `${name}-${i}`, text);
    seed('stripe', `${name}-${i}`, text);
    seed('json', `${name}-${i}`, text);
  });
}
seed('own', 'linkedin', JSON.stringify(json('assets/catalog/linkedin.json')));
const price = { object: 'price', id: 'price_1', active: true, currency: 'usd', product: 'prod_1', nickname: 'Requests' };
const metered = { interval: 'month', interval_count: 1, usage_type: 'metered' };
const tiers = [{ up_to: 5, unit_amount: 500, flat_amount: 1000 }, { up_to: null, unit_amount_decimal: '0.05' }];
seeds('stripe', [
  { ...price, unit_amount: 4900, recurring: { interval: 'month', usage_type: 'licensed' } },
  { ...price, billing_scheme: 'tiered', tiers_mode: 'graduated', tiers, recurring: metered },
  { ...price, billing_scheme: 'tiered', tiers_mode: 'volume', tiers, recurring: metered },
  { ...price, unit_amount: 100, transform_quantity: { divide_by: 1000, round: 'down' }, recurring: metered },
].map((one) => JSON.stringify(one)));

// Saved calculations, twice: what is kept and what a file brings.
const calculations = links.map((link, i) => ({ title: `Plan ${i % 7}`, saved: '2026-11-24', total: '$311.00', link: link.slice(0, 120) }));
const saved = (some) => JSON.stringify({ tollmeter: 'calculations', version: 1, calculations: some });
seeds('saved', [0, 1, 3, 9].map((n) => `${saved(calculations.slice(0, n))}\0${saved(calculations.slice(n, n + 3))}`));
seed('json', 'saved', saved(calculations.slice(0, 3)));
seeds('json', ['null', '[true, false, 1e5, -0.0, "\\ud83d\\ude00 \\u0000 é"]', '{"a": {"b": [[], {}]}}', 'eyJhIjoxfQ']);

// A language of each rule of plurals.
const { texts, ...french } = json('assets/languages/fr.json');
const some = Object.entries(texts).filter(([english]) => english.includes('{')).slice(0, 40).flat();
for (const plural of ['none', 'one', 'up_to_one', 'east_slavic', 'polish', 'czech']) {
  seed('language', plural, JSON.stringify({ ...french, plural, texts: some }));
}

// Texts that some reader of an export would take for more than that. A backslash ends each.
seeds('export', [
  ['=1+1', '@SUM(A1)', '-2+3', '+1', '"', ',', '\r\n', '\t=1', 'x, "y"'],
  ['*bold*', '`code`', '[link](https://example.org)', '<b>', '| cell |', '# heading', '> quote', '&lt;', '~~gone~~', '$math$'],
  ['\u202e', '\u2028', 'é', '\u0000', 'javascript:alert(1)', 'https://example.org/a b>c', '- list', '1. list'],
].map((hostile) => hostile.concat(hostile, hostile, hostile, hostile, hostile).join('\\ ')));

// Plan and usage files: the conformance vectors.
for (const kind of ['prices', 'months', 'decisions']) {
  for (const file of readdirSync(join('tests/conformance', kind))) {
    const { plans, vectors } = json(join('tests/conformance', kind, file));
    vectors.forEach((vector, i) => {
      const use = vector.use ?? {
        date: '2026-11-01',
        events: vector.events.map(({ is, ...event }) => event),
      };
      seed('plan', `${file}-${i}`, `${JSON.stringify(plans[vector.plan])}\0${JSON.stringify(use)}`);
    });
  }
}
