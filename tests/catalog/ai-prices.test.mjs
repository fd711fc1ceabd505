// Worked values on the platform files that are made of the price data of AI models, and what spoiled data does.
//   TOLLMETER=path/to/tollmeter node --test ai-prices.test.mjs
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { platformFrom } from '../../tools/ai-prices/platform.mjs';
import { loadPackage } from '../../tools/ai-prices/package-data.mjs';
import { Refusal } from '../../tools/ai-prices/refusal.mjs';

const here = import.meta.dirname;
const tollmeter = process.env.TOLLMETER;
assert.ok(tollmeter, 'TOLLMETER must name the tollmeter command');
const folder = mkdtempSync(join(tmpdir(), 'ai-prices-'));
after(() => rmSync(folder, { recursive: true }));

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));
const root = join(here, '../..');
const overlay = join(root, 'assets/ai');
const commonPath = join(root, 'assets/catalog/common.json');
const commonDrivers = readJson(commonPath).drivers;

function buildInto(name) {
  const out = join(folder, name);
  execFileSync(process.execPath, [join(root, 'tools/ai-prices.mjs'), overlay, commonPath, out]);
  writeFileSync(join(out, 'common.json'), readFileSync(commonPath));
  return out;
}
const out = buildInto('first');
const platforms = Object.fromEntries(
  readdirSync(out).filter((name) => name.endsWith('.json') && name !== 'common.json')
    .map((name) => [name.slice(0, -5), readJson(join(out, name))]),
);

/** A plan with all that it extends, as the catalogue reads it. */
function wholePlan(platform, id) {
  const plan = platform.plans.find((p) => p.id === id);
  assert.ok(plan, `${platform.id} has no plan ${id}`);
  if (!plan.extends) return plan;
  const { extends: _, ...own } = plan;
  const base = wholePlan(platform, plan.extends);
  const said = new Set((own.charges ?? []).map(({ metric }) => metric));
  const saidIds = new Set((own.charges ?? []).map(({ id: chargeId }) => chargeId));
  const kept = (base.charges ?? []).filter(({ metric, id: chargeId }) => (metric ? !said.has(metric) : !saidIds.has(chargeId)));
  return { ...base, ...own, charges: [...kept, ...(own.charges ?? [])] };
}

const gives = (platform) =>
  Object.fromEntries([...commonDrivers, ...(platform.drivers ?? [])].map(({ id, assumed }) => [id, assumed]));

/** Runs the command on a plan of a generated platform with a usage; drivers that are not given are as assumed. */
function run(what, platformId, planId, { date = '2026-11-01', drivers = {}, usage, longShare = '0', traffic }) {
  const platform = platforms[platformId];
  const { $schema, ...plan } = wholePlan(platform, planId);
  const metrics = platform.metrics.map((m) => (m.id === 'long_requests' ? { ...m, assumed_share: longShare } : m));
  writeFileSync(join(folder, 'plan.json'), JSON.stringify({ ...plan, metrics, sources: platform.sources }));
  writeFileSync(join(folder, 'usage.json'), JSON.stringify({
    date, cycle_day: 1, drivers: { ...gives(platform), ...drivers }, usage, ...(traffic && { traffic }),
  }));
  const args = [what, '--plan', join(folder, 'plan.json'), '--usage', join(folder, 'usage.json'), '--json'];
  return JSON.parse(execFileSync(tollmeter, args, { encoding: 'utf8' }));
}

const exact = (...args) => run('rate', ...args).exact;
const limit = (platformId, planId, id, usage) =>
  run('limits', platformId, planId, usage).limits.find((l) => l.id === id);

const tokens = (input, output, more) => ({ ai_input_tokens: String(input), ai_output_tokens: String(output), ...more });
const one = (drivers, more) => ({ drivers, usage: { requests: '1' }, ...more });

test('the files are in order', () => {
  for (const id of Object.keys(platforms)) {
    execFileSync(tollmeter, ['catalogue', 'check', join(out, `${id}.json`)], { encoding: 'utf8' });
  }
  assert.equal(Object.keys(platforms).length, 10);
});

test('5: a request that reaches the bound costs more as a whole (gpt-5.4)', () => {
  assert.equal(exact('openai', 'gpt-5-4', one(tokens(271999, 1000))), '0.6949975');
  assert.equal(exact('openai', 'gpt-5-4', one(tokens(272000, 1000))), '1.3825');
});

test('5b: the same, "above" (gemini-2.5-pro)', () => {
  assert.equal(exact('gemini', 'gemini-2-5-pro', one(tokens(200000, 1000))), '0.26');
  assert.equal(exact('gemini', 'gemini-2-5-pro', one(tokens(200001, 1000))), '0.5150025');
});

test('5c: the same, "at or above" (grok-4.5)', () => {
  assert.equal(exact('xai', 'grok-4-5', one(tokens(199999, 1000))), '0.405998');
  assert.equal(exact('xai', 'grok-4-5', one(tokens(200000, 1000))), '0.812');
});

test('5d: a month with a mix of prompt sizes, as groups and as a share of long prompts', () => {
  const groups = [['900', '50000'], ['100', '250000']].map(([requests, ai_input_tokens]) =>
    ({ units: { requests }, each: { ai_input_tokens } }));
  assert.equal(exact('gemini', 'gemini-2-5-pro', { drivers: tokens(1, 1000), usage: groups }), '129.25');
  const drivers = tokens(50000, 1000, { ai_long_input_tokens: '250000', ai_long_output_tokens: '1000' });
  assert.equal(exact('gemini', 'gemini-2-5-pro', { drivers, usage: { requests: '1000' }, longShare: '0.1' }), '129.25');
});

test('17: cached input and cache writes (claude-sonnet-5)', () => {
  const cache = { ai_cached_tokens: '80000', ai_cache_write_tokens: '10000' };
  assert.equal(exact('anthropic', 'claude-sonnet-5', one(tokens(100000, 2000, cache))), '0.081');
});

test('18: a mode and a place (Claude Opus 5)', () => {
  const month = (mode) => ({
    drivers: tokens(10000, 2000),
    usage: [{ units: { requests: '1000' }, ...(mode && { with: { anthropic_mode: mode } }) }],
  });
  assert.equal(exact('anthropic', 'claude-opus-5', month()), '100');
  assert.equal(exact('anthropic', 'claude-opus-5', month('batch')), '50');
  assert.equal(exact('bedrock', 'regional-anthropic-claude-opus-5', month()), '110');
  assert.equal(exact('bedrock', 'global-anthropic-claude-opus-5', month()), '100');
});

test('19: the hour of the day (deepseek-v4-flash), with weekends and the days before', () => {
  const at = (instant) => exact('deepseek', 'deepseek-v4-flash', {
    date: instant.slice(0, 10), drivers: tokens(1000, 1000),
    usage: [{ units: { requests: '1000' }, at: `${instant}Z` }],
  });
  assert.equal(at('2026-11-04T02:00:00'), '1.76', 'a Wednesday, peak');
  assert.equal(at('2026-11-04T12:00:00'), '0.88', 'a Wednesday, off peak');
  assert.equal(at('2026-11-04T05:00:00'), '0.88', 'between the peaks');
  assert.equal(at('2026-11-04T00:30:00'), '0.88', 'before the first peak');
  assert.equal(at('2026-11-04T09:59:59'), '1.76', 'the end of the second peak');
  assert.equal(at('2026-11-07T02:00:00'), '0.88', 'a Saturday');
  assert.equal(at('2026-11-08T05:00:00'), '0.88', 'a Sunday between');
  assert.equal(at('2026-08-22T02:00:00'), '1.76', 'a Saturday before weekends were spared');
  assert.equal(at('2026-08-16T02:00:00'), '0.42', 'before there were peaks');
});

test('19: a whole month is priced once, whatever the hour', () => {
  // 7 of 24 hours are peak on 21 workdays of November 2026, which has 30 days: share 147/720, so 1 + 147/720 times 0.88.
  const month = { drivers: tokens(1000, 1000), usage: { requests: '720000' } };
  assert.equal(exact('deepseek', 'deepseek-v4-flash', month), '762.96');
});

test('20: a change on a date (gpt-5.6-sol, gemini-3.6-flash)', () => {
  const month = (date) => ({ date, drivers: tokens(1000, 1000), usage: { requests: '1000' } });
  assert.equal(exact('openai', 'gpt-5-6-sol', month('2026-08-20')), '35');
  assert.equal(exact('openai', 'gpt-5-6-sol', month('2026-08-21')), '24');
  assert.equal(exact('gemini', 'gemini-3-6-flash', month('2026-12-31')), '4.5');
  assert.equal(exact('gemini', 'gemini-3-6-flash', month('2027-01-01')), '9');
});

test('21: at least ten seconds a call (Groq whisper-large-v3)', () => {
  assert.equal(exact('groq', 'whisper-large-v3', one({ ai_audio_seconds: '3' })), '37/120000');
  assert.equal(exact('groq', 'whisper-large-v3', one({ ai_audio_seconds: '3600' })), '0.111');
});

test('29: output weighs five times in the quota (Bedrock)', () => {
  const use = { drivers: tokens(3000, 1000, { bedrock_quota: '8000' }), usage: { requests: '43200' }, traffic: 'even' };
  const quota = limit('bedrock', 'global-anthropic-claude-opus-4-7', 'quota-minute', use);
  assert.equal(quota.busiest, '8000');
  assert.equal(quota.state, 'holds');
});

test('30: the month ends at USD 500 (Anthropic Start, claude-sonnet-5)', () => {
  const use = { drivers: tokens(2000, 150), usage: { requests: '100000' }, traffic: 'even' };
  assert.equal(exact('anthropic', 'claude-sonnet-5', use), '550');
  const spend = limit('anthropic', 'claude-sonnet-5', 'spend-month', use);
  assert.equal(spend.cap, '500');
  assert.equal(spend.busiest, '550');
  assert.equal(spend.state, 'breached');
});

test('31: USD 10 in ten minutes (Gemini tier 1, gemini-3.5-flash)', () => {
  // 7M tokens every ten minutes: 4,320 of them in 30 days, each 7,000 requests of 1,000 tokens.
  const month = (requests) => ({ drivers: tokens(1000, 0), usage: { requests: String(requests) }, traffic: 'even' });
  const over = limit('gemini', 'gemini-3-5-flash', 'spend-10min', month(4320 * 7000));
  assert.equal(over.cap, '10');
  assert.equal(over.busiest, '10.5');
  assert.equal(over.state, 'breached');
  assert.equal(limit('gemini', 'gemini-3-5-flash', 'spend-10min', month(4320 * 6000)).state, 'holds');
});

test('32: 500 requests at once (DeepSeek V4 Pro)', () => {
  const use = { drivers: { deepseek_seconds: '20' }, usage: { requests: String(40 * 86400 * 30) }, traffic: 'even' };
  const atOnce = limit('deepseek', 'deepseek-v4-pro', 'at-once', use);
  assert.equal(atOnce.cap, '500');
  assert.equal(atOnce.busiest, '800');
  assert.equal(atOnce.state, 'breached');
  assert.equal(Math.round(40 * Number(atOnce.served_share)), 25, 'requests a second that are served');
});

test('33: a prepaid balance that is used up (DeepSeek)', () => {
  // 27,272 requests of 1,000 and 1,000 tokens at 12:00 are 24.00 and a little less: 0.00088 each.
  const use = { drivers: tokens(1000, 1000, { deepseek_balance: '20' }),
    usage: [{ units: { requests: '27272' }, at: '2026-11-04T12:00:00Z' }] };
  const balance = limit('deepseek', 'deepseek-v4-flash', 'balance', use);
  assert.equal(balance.cap, '20');
  assert.equal(balance.state, 'breached');
});

test('further prices: an hour in the cache, residency, search, storage, pages, a dated alias', () => {
  const write = (anthropic_cache, anthropic_mode) => ({
    drivers: tokens(1000000, 0, { ai_cache_write_tokens: '1000000' }),
    usage: [{ units: { requests: '1' }, with: { anthropic_cache, anthropic_mode } }],
  });
  assert.equal(exact('anthropic', 'claude-opus-5', write('5m', 'standard')), '6.25');
  assert.equal(exact('anthropic', 'claude-opus-5', write('1h', 'standard')), '10');
  assert.equal(exact('anthropic', 'claude-opus-5', write('1h', 'batch')), '5');
  const region = [{ units: { requests: '1000' }, with: { openai_residency: 'region' } }];
  assert.equal(exact('openai', 'gpt-6-sol', { drivers: tokens(1000, 1000), usage: region }), '13.2');
  assert.equal(run('rate', 'openai', 'gpt-5-5', { drivers: tokens(1000, 1000), usage: region }).at_least, true);
  const search = (requests) => ({ drivers: tokens(0, 0, { ai_web_searches: '1' }), usage: { requests } });
  assert.equal(exact('gemini', 'gemini-3-5-flash', search('6000')), '14');
  assert.equal(exact('gemini', 'gemini-2-5-flash', { ...search('60000'), traffic: 'even' }), '525');
  assert.equal(exact('openai', 'gpt-6-sol', search('1000')), '10');
  const stored = { gemini_stored_tokens: '1000000', gemini_stored_hours: '720', ...tokens(0, 0) };
  assert.equal(exact('gemini', 'gemini-3-8-flash', one(stored)), '360');
  assert.equal(exact('gemini', 'gemini-3-8-flash', one(stored, { date: '2027-01-01' })), '720');
  const pages = { drivers: { mistral_pages: '10', mistral_annotated_pages: '4' }, usage: { requests: '1000' } };
  assert.equal(exact('mistral', 'mistral-ocr-latest', pages), '44');
  assert.equal(exact('mistral', 'mistral-ocr-latest', { ...pages, date: '2025-05-01' }), '10');
  assert.equal(exact('mistral', 'mistral-medium-latest', { ...one(tokens(1000000, 1000000)), date: '2026-06-15' }), '2.4');
});

test('the rate limits follow the tier', () => {
  const cap = (platform, plan, id, drivers, date) =>
    limit(platform, plan, id, { drivers, date, usage: { requests: '1000' } }).cap;
  assert.equal(cap('openai', 'gpt-6-sol', 'tokens-minute', { openai_tier: '3' }), '40000000');
  assert.equal(cap('openai', 'gpt-6-luna', 'requests-minute', { openai_tier: '2' }), '10000');
  assert.equal(cap('openai', 'gpt-6-luna', 'spend-month', { openai_tier: '3' }), '200000');
  assert.equal(cap('openai', 'gpt-5', 'spend-month', { openai_tier: '4' }, '2026-09-01'), '5000');
  assert.equal(cap('openai', 'gpt-5', 'tokens-minute', { openai_tier: '4' }, '2025-10-01'), '2000000');
  assert.equal(cap('openai', 'gpt-5', 'tokens-minute', { openai_tier: '5' }, '2026-01-01'), '40000000');
  assert.equal(cap('anthropic', 'claude-fable-5', 'input-minute', { anthropic_tier: '3' }), '4000000');
  assert.equal(cap('anthropic', 'claude-sonnet-4-5', 'output-minute', { anthropic_tier: '4' }, '2026-05-01'), '400000');
  assert.equal(cap('gemini', 'gemini-2-5-pro', 'spend-month', { gemini_tier: '3' }), '20000');
  assert.equal(cap('azure_openai', 'gpt-5', 'requests-minute', { azure_openai_tier: '6' }), '450000');
  assert.equal(cap('azure_openai', 'gpt-5-4', 'tokens-minute', { azure_openai_tier: '2' }), '2000000');
});

test('the same data gives the same files', () => {
  const again = buildInto('second');
  for (const name of readdirSync(out)) {
    assert.equal(readFileSync(join(again, name), 'utf8'), readFileSync(join(out, name), 'utf8'), name);
  }
});

test('every price of the data stands in the package as it is printed', () => {
  const source = readFileSync(createRequire(import.meta.url).resolve('@pydantic/genai-prices'), 'utf8');
  const printed = new Set((source.match(/(?<![\w$.])(\d+\.?\d*|\.\d+)(e\d+)?/g) ?? []).map((n) => n.replace(/^\./, '0.')));
  for (const platform of Object.values(platforms)) {
    for (const { id, charges = [] } of platform.plans) {
      for (const { price, source: from } of charges.filter((charge) => charge.source === 'data' && charge.price !== 'unknown')) {
        const tail = /^[1-9]\d*000+$/.test(price) ? `${Number(price)}` : price;
        assert.ok(printed.has(tail) || printed.has(tail.replace(/0+$/, '')), `${platform.id} ${id} ${from}: ${price}`);
      }
    }
  }
});

test("every plan costs what the package's own calculator says, to its floating point", async () => {
  const { calcPrice, findProvider } = await import('@pydantic/genai-prices');
  const when = '2026-11-04T12:00:00Z';
  const uses = [[100000, 20000, 10000, 2000], [300000, 40000, 30000, 3000]];
  const usageOf = (model, [input, cached, written, output]) => {
    const prices = JSON.stringify(model.prices);
    if (prices.includes('audio_hours')) return { audio_seconds: 60 };
    if (prices.includes('kpages')) return { input_document_pages: 10 };
    return { input_tokens: input, cache_read_tokens: cached, cache_write_tokens: written, output_tokens: output };
  };
  const modelOf = (overlay, id) => {
    const providers = [overlay.provider, overlay.fallback?.provider].filter(Boolean).map((p) => findProvider({ providerId: p }));
    const provider = providers.find(({ models }) => models.some((model) => model.id === id));
    const model = provider.models.find((m) => m.id === id);
    return { model, provider: { ...provider, models: [{ ...model, match: { equals: id } }] } };
  };
  let compared = 0;
  for (const platform of Object.values(platforms)) {
    const kept = readJson(join(overlay, `${platform.id}.json`));
    for (const [i, modelId] of Object.keys(kept.models).entries()) {
      const { id } = platform.plans[i];
      const { model, provider } = modelOf(kept, modelId);
      for (const use of uses) {
        const theirs = calcPrice(usageOf(model, use), modelId, { provider, timestamp: new Date(when) }).total_price;
        const [input, cached, written, output] = use.map(String);
        const drivers = tokens(input, output, { ai_cached_tokens: cached, ai_cache_write_tokens: written });
        const bill = run('rate', platform.id, id, { drivers, usage: [{ units: { requests: '1000000' }, at: when }] });
        const ours = Number(bill.total) / 1e6;
        assert.ok(Math.abs(ours - theirs) <= 1e-8, `${platform.id} ${id}: ${ours}, the package ${theirs}`);
        compared += 1;
      }
    }
  }
  assert.ok(compared > 400, `${compared}`);
});

test('every formula fits the catalogue, every id is short', () => {
  for (const platform of Object.values(platforms)) {
    for (const plan of platform.plans) {
      assert.match(plan.id, /^[a-z0-9_-]{1,40}$/);
      for (const { each = '' } of plan.charges ?? []) assert.ok(each.length <= 200);
    }
  }
});

// Spoiled data: one model, spoiled in one way, must be refused with a sentence that says where.
const goodModel = { id: 'm', match: {}, prices: { input_mtok: 1, output_mtok: 2 } };
const goodOverlay = { provider: 'p', id: 'p', name: 'P', short_name: 'P', default_plan: 'm', models: { m: 'M' } };
function build(model, overlay = {}) {
  const provider = { id: 'p', pricing_urls: ['https://example.org'], models: [{ ...goodModel, ...model }] };
  const data = { version: '1', read: '2026-01-01', provider: () => provider };
  return platformFrom({ ...goodOverlay, ...overlay }, data, commonDrivers.map(({ id }) => id));
}
const refused = (model, sentence, overlay) =>
  assert.throws(() => build(model, overlay), (error) => error instanceof Refusal && sentence.test(error.message));

test('good data is taken', () => assert.equal(build({}).platform.plans[0].charges.length, 4));

test('spoiled prices are refused', () => {
  refused({ prices: { input_mtok: 1, input_smell_mtok: 2 } }, /p, m: the price key 'input_smell_mtok' is not known; expected/);
  for (const price of [NaN, Infinity, -1, '1', null, undefined]) {
    refused({ prices: { input_mtok: price } }, /p, m, input_mtok: .*expected a finite number/);
  }
  refused({ prices: { input_mtok: 1e-7 } }, /exponent/);
  refused({ prices: { input_mtok: 0.1 + 0.2 } }, /significant digits/);
  refused({ prices: { input_mtok: { base: 1, tiers: [] } } }, /no single bound/);
  refused({ prices: { input_mtok: { base: 1, tiers: [{ start: 1.5, price: 2 }] } } }, /no number of tokens/);
  refused({ prices: { input_mtok: { base: 1, tiers: [{ start: 1000, price: NaN }] } } }, /finite/);
  refused({ prices: { input_mtok: { base: 1, tiers: [{ start: 1000, price: 2, kind: 'x' }] } } }, /'kind' is not known/);
  refused({ prices: {} }, /it has no price/);
  refused({}, /it has a price/, { models: { m: { name: 'M', free: true } } });
  refused({ prices: { audio_hours: 1, input_audio_hours: 2 } }, /differs/);
  refused({ prices: { input_mtok: 1, cache_write_mtok: 1, cache_write_1h_mtok: 2 } }, /cache_write_1h_mtok/);
});

test('spoiled conditions are refused', () => {
  const prices = { input_mtok: 1 };
  const dated = (start_date) => ({ constraint: { type: 'start_date', start_date }, prices });
  const hours = (start_time, end_time) => ({ constraint: { type: 'time_of_date', start_time, end_time }, prices });
  refused({ prices: [{ prices }, { constraint: { type: 'moon_phase' }, prices }] }, /the condition 'moon_phase' is not known/);
  refused({ prices: [dated('2026-01-01')] }, /no price is without a condition/);
  refused({ prices: [] }, /no price/);
  refused({ prices: [{ prices }, dated('2026-02-01'), dated('2026-01-01')] }, /does not lie after/);
  refused({ prices: [{ prices }, dated('soon')] }, /'soon' is no day/);
  refused({ prices: [{ prices }, hours('01:00:00Z', '04:00:00Z')] }, /prices by the hour/);
  refused({ prices: [{ prices }, hours('01:00:00Z', '04:00:00Z'), dated('2026-01-01')] }, /another order/);
  const peak = [{ models: 'm', from: '2026-01-01', workdays_from: '2026-02-01' }];
  refused({ prices: [{ prices }, dated('2026-01-01'), hours('25:00:00Z', '04:00:00Z')] }, /no time of day/, { peak });
  refused({ prices: [{ prices }, dated('2026-01-01'), hours('09:00:00Z', '04:00:00Z')] }, /cross midnight/, { peak });
  refused({ prices: [{ prices }, dated('2026-03-01'), hours('01:00:00Z', '04:00:00Z')] }, /the same day/, { peak });
});

test('spoiled models and overlays are refused', () => {
  refused({ surprise: 1 }, /the key 'surprise' is not known/);
  refused({}, /neither kept nor left out/, { models: {}, left_out: [] });
  refused({}, /no model 'n'/, { models: { m: 'M', n: 'N' } });
  refused({}, /which the data does not have/, { left_out: [{ models: '^z', reason: 'gone' }] });
  refused({}, /too long/, { models: { m: { name: 'M', id: 'm'.repeat(41) } } });
  refused({}, /the key 'modles' is not known/, { modles: {} });
  refused({}, /'ai_smell' is not a driver/, { limits: [{ rows: [{ id: 'l', amount: 'ai_smell', window: {} }] }] });
});

test('another version of the package is refused until it has been looked at', async () => {
  const { version } = await loadPackage();
  assert.equal(readJson(join(overlay, 'genai-prices.json')).version, version);
});
