// Prices the same calls of AI models with the engine in wasm and with @pydantic/genai-prices, in this process.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { calcPrice, findProvider } from '@pydantic/genai-prices';
import { root } from './result.mjs';
import { ratios, summary } from './statistics.mjs';

const day = '2026-11-04';
const calls = 1000;
const runs = 15;
const models = [
  { platform: 'openai', plan: 'gpt-5-4', model: 'gpt-5.4' },
  { platform: 'anthropic', plan: 'claude-sonnet-5', model: 'claude-sonnet-5' },
  { platform: 'gemini', plan: 'gemini-2-5-pro', model: 'gemini-2.5-pro' },
];
// Theirs computes in floating point, ours exactly: what a thousand roundings may add up to.
const tolerance = 1e-12;

// Input of all kinds, of it read from and written to the cache, output; the same in every run. Some are beyond where long prompts
// begin to cost more.
function madeUp() {
  let state = 1;
  const below = (bound) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff; // the generator that the C standard prints
    return (state >>> 8) % bound;
  };
  return Array.from({ length: calls }, () => {
    const input = 1000 + below(below(10) === 0 ? 400_000 : 20_000);
    return [input, below(Math.floor(input / 2)), below(Math.floor(input / 4)), below(4000)];
  });
}

async function engine() {
  const module = await createRequire(import.meta.url)(join(root, 'build/wasm/bench_prices.js'))();
  const text = (name, ...values) => module.ccall(name, null, values.map(() => 'string'), values);
  text('open_catalogue', join(root, 'build/generated/catalog-all.json'));
  const at = module._malloc(calls * 16);
  return {
    open: (platform, plan) => text('open_plan', platform, plan, day),
    give: (list) => module.HEAP32.set(list.flat(), at / 4),
    together: () => module._price_calls(at, calls),
    each: () => module._price_each(at, calls),
  };
}

function theirs(list, model, providerId) {
  const provider = findProvider({ providerId });
  const timestamp = new Date(`${day}T12:00:00Z`);
  const uses = list.map(([input, cached, written, output]) => ({
    input_tokens: input, cache_read_tokens: cached, cache_write_tokens: written, output_tokens: output,
  }));
  return () => uses.reduce((sum, use) => sum + calcPrice(use, model, { provider, timestamp }).total_price, 0);
}

function agree(name, ours, reference) {
  if (Math.abs(ours - reference) > tolerance * reference) throw new Error(`${name}: ours ${ours}, theirs ${reference}`);
}

// Nanoseconds for one call.
function timed(work) {
  const from = performance.now();
  work();
  return ((performance.now() - from) * 1e6) / calls;
}

export async function compareCalls() {
  const list = madeUp();
  const ours = await engine();
  ours.give(list);
  const rows = [];
  for (const { platform, plan, model } of models) {
    ours.open(platform, plan);
    const ways = { together: ours.together, each: ours.each, theirs: theirs(list, model, platform === 'gemini' ? 'google' : platform) };
    const reference = ways.theirs();
    agree(`${model}, together`, ways.together(), reference);
    agree(`${model}, each`, ways.each(), reference);
    const took = { together: [], each: [], theirs: [] };
    for (let run = -3; run < runs; run += 1) { // the first ones are compiled meanwhile
      for (const [way, work] of Object.entries(ways)) {
        const nanoseconds = timed(work);
        if (run >= 0) took[way].push(nanoseconds);
      }
    }
    rows.push({
      model, calls, dollars: reference,
      ...Object.fromEntries(Object.entries(took).map(([way, values]) => [way, summary(values)])),
      togetherRatio: ratios(took.together, took.theirs),
      eachRatio: ratios(took.each, took.theirs),
    });
  }
  return rows;
}
