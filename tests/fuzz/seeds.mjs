// Writes the seeds of the fuzz targets: seeds.mjs FOLDER. They are made from what the tests and the page already have.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
rmSync(folder, { recursive: true, force: true });
function seed(target, name, text) {
  mkdirSync(join(folder, target), { recursive: true });
  writeFileSync(join(folder, target, name), text);
}

// Links, as the unit tests keep them.
const links = readFileSync('tests/unit/link_test.cpp', 'utf8').match(/"[12];[^"\\]*~[a-z2-7]{5}"/g) ?? [];
links.forEach((link, i) => seed('link', `${i}`, link.slice(1, -1)));

// What people type, and formulas.
const typed = ['6000', '6,000', '1.5M', '2e6', '200/day', '10 per minute', '40 %', '2023-04-25', '0.0000166667',
  '20k:90,000', '100/day:300/day', '20 %:60%',
  'min(700000, 190000 + 40 * audiences)', '8 + 8 * log2(a + b)', 'clamp(x, 1, 2) / above(x, 3)'];
typed.forEach((text, i) => seed('fields', `${i}`, text));

// Replies, as the unit tests keep them: C++ texts that follow each other are one.
const replies = readFileSync('tests/unit/reply_test.cpp', 'utf8').match(/"HTTP\/[^\n]*"(\s*"[^\n]*")*/g) ?? [];
replies.forEach((text, i) => seed('reply', `${i}`, text.replace(/"\s*"/g, '').slice(1, -1).replace(/\\r|\\n|\\"/g, (c) => ({ '\\r': '\r', '\\n': '\n', '\\"': '"' })[c])));

// Catalogues: each platform with one of its plans, so that a changed byte is not lost in a hundred kilobytes.
const common = JSON.parse(readFileSync('assets/catalog/common.json', 'utf8'));
for (const file of readdirSync('assets/catalog')) {
  if (!file.endsWith('.json') || ['schema.json', 'common.json'].includes(file)) continue;
  const platform = JSON.parse(readFileSync(join('assets/catalog', file), 'utf8'));
  platform.plans = platform.plans.filter((plan) => !plan.extends).slice(0, 1);
  delete platform.default_plan;
  seed('catalog', file, JSON.stringify({ common: { drivers: common.drivers }, platforms: [platform] }));
}

// Own prices and prices of Stripe: what the tests of both hold, and a platform's file.
for (const file of ['own_prices', 'own_import']) {
  const texts = readFileSync(`tests/unit/${file}_test.cpp`, 'utf8').match(/R"\(\{[^]*?\)"/g) ?? [];
  texts.forEach((text, i) => seed('own', `${file}-${i}`, text.slice(3, -2)));
}
seed('own', 'linkedin', JSON.stringify(JSON.parse(readFileSync('assets/catalog/linkedin.json', 'utf8'))));
const price = { object: 'price', id: 'price_1', active: true, currency: 'usd', product: 'prod_1', nickname: 'Requests' };
const metered = { interval: 'month', interval_count: 1, usage_type: 'metered' };
const tiers = [{ up_to: 5, unit_amount: 500, flat_amount: 1000 }, { up_to: null, unit_amount_decimal: '0.05' }];
[
  { ...price, unit_amount: 4900, recurring: { interval: 'month', usage_type: 'licensed' } },
  { ...price, billing_scheme: 'tiered', tiers_mode: 'graduated', tiers, recurring: metered },
  { ...price, unit_amount: 100, transform_quantity: { divide_by: 1000, round: 'down' }, recurring: metered },
].forEach((one, i) => seed('own', `stripe-${i}`, JSON.stringify({ object: 'list', data: [one] })));

// Plan and usage files: the conformance vectors.
for (const kind of ['prices', 'months', 'decisions']) {
  for (const file of readdirSync(join('tests/conformance', kind))) {
    const { plans, vectors } = JSON.parse(readFileSync(join('tests/conformance', kind, file), 'utf8'));
    vectors.forEach((vector, i) => {
      const use = vector.use ?? {
        date: '2026-11-01',
        events: vector.events.map(({ is, ...event }) => event),
      };
      seed('plan', `${file}-${i}`, `${JSON.stringify(plans[vector.plan])}\0${JSON.stringify(use)}`);
    });
  }
}
