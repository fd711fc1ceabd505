// The figures on the pages of the platforms are those of the engine: prices, windows, what is not published, what plans hold.
//   TOLLMETER=path/to/tollmeter node --test words.test.mjs
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { formulaWords, levelsOf, parseFormula, whenWords } from '../../tools/pages/formula.mjs';
import { html } from '../../tools/pages/html.mjs';
import { feeText, numberText, percentText, priceText } from '../../tools/pages/figures.mjs';
import { calculatorFragment, checksum } from '../../tools/pages/link.mjs';
import { accessOn, plansOf } from '../../tools/pages/plans.mjs';
import { siteOf } from '../../tools/pages/site.mjs';
import { resetText, validityText, windowText } from '../../tools/pages/times.mjs';

const root = join(import.meta.dirname, '../..');
const tollmeter = process.env.TOLLMETER;
assert.ok(tollmeter, 'TOLLMETER must name the tollmeter command');
const folder = mkdtempSync(join(tmpdir(), 'pages-'));
after(() => rmSync(folder, { recursive: true }));

const { platforms } = JSON.parse(readFileSync(join(root, 'build/generated/catalog-all.json'), 'utf8'));
const plans = platforms.flatMap((platform) => plansOf(platform));

function ask(command, plan, usage) {
  writeFileSync(join(folder, 'plan.json'), JSON.stringify({ id: 'asked', name: 'asked', ...plan }));
  writeFileSync(join(folder, 'usage.json'), JSON.stringify({ date: '2026-11-01', cycle_day: 1, ...usage }));
  const files = ['--plan', join(folder, 'plan.json'), '--usage', join(folder, 'usage.json')];
  return JSON.parse(execFileSync(tollmeter, [command, ...files, '--json'], { encoding: 'utf8' }));
}

function pricesOf(charge) {
  const rates = [charge, ...(charge.cells ?? [])];
  const tiers = rates.flatMap((rate) => rate.tiers ?? []);
  return [...rates, ...tiers, ...(charge.steps ?? [])].flatMap(({ price, fee }) => [price, fee]).filter((text) => text !== undefined);
}

const many = 100; // rows of one plan file

// The prices of each currency with how the pages say them, once each: fees apart from prices by the unit.
function pricesToCompare() {
  const found = new Map();
  for (const { currency, charges } of plans) {
    for (const charge of charges) {
      if (charge.in || charge.model === 'percentage') continue;
      const flat = charge.model === 'flat';
      for (const price of pricesOf(charge)) found.set([currency, price, flat].join(), { currency, price, flat });
    }
  }
  return [...Map.groupBy(found.values(), ({ currency }) => currency)];
}

test('every price of the catalogue reads as the engine prints it', () => {
  let compared = 0;
  for (const [currency, prices] of pricesToCompare()) {
    for (let begin = 0; begin < prices.length; begin += many) {
      const some = prices.slice(begin, begin + many);
      const charges = some.map(({ price, flat }, i) => ({
        id: `p${i}`, name: 'price', count: 'seats', price, ...(flat ? { model: 'flat', period: 'month' } : { model: 'per_unit' }) }));
      const plan = { currency, charges, metrics: ['calls'], included: [{ metrics: ['calls'] }] };
      const { lines } = ask('rate', plan, { drivers: { seats: '3' }, usage: { calls: '1' } });
      some.forEach(({ price, flat }, i) => {
        const line = lines[i];
        assert.equal(line.price_known, price !== 'unknown');
        assert.equal(line.approximate, price.startsWith('about '));
        if (price === 'unknown') return;
        const says = (flat ? feeText : priceText)(price, currency);
        const [, said] = /^3 × (.+?)(?: a month)?(?: = .*)?$/.exec(line.arithmetic[0]) ?? [];
        // Of zero the engine says that it is free, of a fee in cents that is about so much the whole units.
        if (said && !(flat && /^about .*\./.test(price))) assert.equal(says, said, `${price} ${currency}`);
        else assert.match(line.arithmetic[0], /free|about/);
        compared += 1;
      });
    }
  }
  assert.ok(compared > 300, `only ${compared} prices were compared`);
});

test('every window and every cap of the catalogue reads as the engine prints it', () => {
  const byText = new Map();
  for (const limit of plans.flatMap(({ limits }) => limits)) {
    const { lasts, ...window } = limit.window; // its formula has drivers of the platform's own
    byText.set(JSON.stringify([window, /^(about )?\d+$/.test(limit.amount) ? limit.amount : 'unknown']), { window, amount: limit.amount });
  }
  const limits = [...byText.keys()].map((key, i) => {
    const [window, amount] = JSON.parse(key);
    return { id: `l${i}`, name: 'limit', counts: { calls: '1' }, amount, window, scope: { name: 'app' }, at_breach: { is: 'refuse' } };
  });
  const said = ask('limits', { limits, metrics: ['calls'], included: [{ metrics: ['calls'] }] }, { usage: { calls: '1000' } });
  assert.equal(said.limits.length, limits.length);
  limits.forEach((limit, i) => {
    const of = said.limits.find(({ id }) => id === limit.id);
    assert.equal(windowText(limit.window), of.window, JSON.stringify(limit.window));
    if (limit.amount === 'unknown') assert.equal(of.state, 'not published');
    else assert.equal(numberText(limit.amount.replace('about ', '')).replaceAll(',', ''), of.cap, `${i}`);
  });
});

test('the pages hold as many plans, prices and limits as the engine reads', () => {
  const folders = [join(root, 'assets/catalog'), join(root, 'build/generated/ai')];
  let compared = 0;
  for (const from of folders) {
    for (const name of readdirSync(from)) {
      const id = name.replace(/\.json$/, '');
      const platform = platforms.find((each) => each.id === id);
      if (!platform) continue;
      copyFileSync(join(from, name), join(folder, name));
      copyFileSync(join(root, 'assets/catalog/common.json'), join(folder, 'common.json'));
      const said = execFileSync(tollmeter, ['catalogue', 'check', join(folder, name)], { encoding: 'utf8' });
      const read = plansOf(platform);
      const sum = (key) => read.reduce((all, plan) => all + plan[key].length, 0);
      assert.ok(said.includes(`: ${read.length} plans, ${sum('charges')} prices, ${sum('limits')} limits,`), `${id}: ${sum('charges')} prices, ${sum('limits')} limits; ${said}`);
      compared += 1;
    }
  }
  assert.equal(compared, platforms.length);
});

test('unknown, zero, unlimited and about are four different things', () => {
  assert.equal(priceText('unknown', 'USD'), 'not published');
  assert.equal(priceText('0', 'USD'), '$0.00');
  assert.equal(feeText('about 42000', 'USD'), 'about $42,000');
  assert.equal(priceText('about 0.05', 'USD'), 'about $0.05');
  assert.equal(priceText('0.0000166667', 'USD'), '$0.0000166667');
  assert.equal(priceText('0.20', 'USD'), '$0.20');
  assert.equal(priceText('1', 'KWD'), 'KWD 1.000');
  assert.equal(priceText('356.65', 'IDR'), 'IDR 356.65');
  assert.equal(priceText('500', 'JPY'), '¥500');
  assert.equal(percentText('0.029'), '2.9 %');
  assert.equal(percentText('1'), '100 %');
  assert.equal(percentText('0.0025'), '0.25 %');
  assert.equal(numberText('2048.50'), '2,048.5');
  assert.throws(() => numberText('1e6'));
});

test('days: the last day is named, and what is vague stays vague', () => {
  assert.equal(validityText({ from: '2023-03-29', to: '2024-03-01' }), '29 Mar 2023 to 29 Feb 2024');
  assert.equal(validityText({ from: '2023-03-29' }), 'since 29 Mar 2023');
  assert.equal(validityText({}), 'start not known');
  assert.equal(validityText({ to: '2023-04-29' }), 'start not known, to 28 Apr 2023');
  assert.equal(validityText({ from: '2023-03-29', to: '2024-10-30', to_about: 'late October 2024' }), '29 Mar 2023 to about late October 2024');
  assert.equal(validityText({ from_about: 'seen in 2026; start not known' }), 'seen in 2026; start not known');
});

test('resets', () => {
  const fixed = (more) => resetText({ kind: 'fixed', ...more });
  assert.equal(fixed({ length: '1 day', zone: 'America/Los_Angeles' }), 'resets 00:00 America/Los_Angeles');
  assert.equal(fixed({ length: '15 min' }), 'resets every 15 min');
  assert.equal(fixed({ length: '1 month', day: '1', time: '00:07' }), 'resets on day 1, 00:07 UTC');
  assert.equal(fixed({ length: '7 days' }), 'resets Mondays 00:00 UTC');
  assert.equal(resetText({ kind: 'bucket', length: '1 min', refill: 'stepped' }), 'comes back every 1 min');
});

test('formulas', () => {
  const words = (text) => formulaWords(parseFormula(text), (id) => id.replaceAll('_', ' '));
  assert.equal(words('4800 * engaged_users'), '4,800 × engaged users');
  assert.equal(words('(a + b) * max(0, c - 20)'), '(a + b) × (c − 20, never below 0)');
  assert.equal(words('a - (b - c)'), 'a − (b − c)');
  assert.equal(whenWords('above(272000, input)', (id) => id), 'input <\u00a0272,000');
  assert.equal(whenWords('at_least(input, 272000)', (id) => id), 'input ≥\u00a0272,000');
  assert.deepEqual(levelsOf(parseFormula('100 + 400 * at_least(tier, 2) + 500 * at_least(tier, 3)')), {
    driver: 'tier', levels: [{ value: '100' }, { from: '2', value: '500' }, { from: '3', value: '1000' }] });
  assert.equal(levelsOf(parseFormula('1000 * tier')), undefined);
  assert.throws(() => parseFormula('1 +'));
  assert.throws(() => parseFormula('a; b'));
});

test('a plan that extends another has its own rows and the days of its life', () => {
  const source = 's';
  const [base, more] = plansOf({ currency: 'USD', plans: [
    { id: 'base', name: 'Base', from: '2024-01-01', to: '2025-01-01', access: [{ is: 'closed', from: '2024-06-01' }],
      charges: [{ id: 'fee', price: '1', source }, { id: 'reads', metric: 'reads', price: '2', source }], included: [{ metrics: ['likes', 'posts'], source }] },
    { id: 'more', name: 'More', extends: 'base', not_offered: [{ metrics: ['likes'], source }],
      charges: [{ id: 'other', metric: 'reads', price: '3', from: '2024-03-01', source }] },
  ] });
  assert.deepEqual(base.included.map(({ metric }) => metric), ['likes', 'posts']);
  assert.deepEqual(more.included.map(({ metric }) => metric), ['posts']);
  assert.deepEqual(more.charges.map(({ id, from, to }) => [id, from, to]), [['fee', '2024-01-01', '2025-01-01'], ['other', '2024-03-01', '2025-01-01']]);
  assert.equal(accessOn(more, '2024-05-31'), 'open');
  assert.equal(accessOn(more, '2024-06-01'), 'closed');
});

test('links: the checksum of docs/link.md', () => {
  const link = '1;t=Q3%20launch%20plan;d=2026-03-03;c=16;s=work;sum=210.00USD;p=x;posts_created=200/day;posts_read=30,000;posts_with_link=40%20%25';
  assert.equal(checksum(link), 'm2kp2');
  const platform = { id: 'x', typical: { posts_read: '40 %', a: '200/day' } };
  assert.match(calculatorFragment(platform, { date: '2026-11-23', plan: 'basic', held: true }), /^1;d=2026-11-23;p=x:basic:on;a=200\/day;posts_read=40%20%25~[a-z2-7]{5}$/);
});

test('what is put into a page is text', () => {
  assert.equal(String(html`<p title="${'"<b>"'}">${['<', html`<i>${'&'}</i>`]}</p>`), '<p title="&quot;&lt;b&gt;&quot;">&lt;<i>&amp;</i></p>');
});

test('the repository is the declared one, and in a build on GitHub the one that is built', async () => {
  const declared = await siteOf(root, {});
  assert.match(declared.repository, /^https:\/\/github\.com\/[\w.-]+\/[\w.-]+$/);
  const fork = await siteOf(root, { GITHUB_REPOSITORY: 'Somebody/fork' });
  assert.deepEqual(fork, { repository: 'https://github.com/Somebody/fork', home: 'https://somebody.github.io/fork/' });
});
