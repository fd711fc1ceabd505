import { decimalText } from './decimal.mjs';
import { meters, readElsewhere, unsaid } from './meters.mjs';
import { checkKeys, refuse } from './refusal.mjs';

const known = [...meters.map(({ key }) => key), ...readElsewhere, ...Object.keys(unsaid)];

function checkPrices(prices, where) {
  for (const key of Object.keys(prices)) {
    if (!known.includes(key)) refuse(where, `the price key '${key}' is not known`, `one of ${known.join(', ')}`);
  }
  if ('input_audio_hours' in prices && prices.input_audio_hours !== prices.audio_hours) {
    refuse(where, 'input_audio_hours differs from audio_hours', 'the same price, charged once');
  }
  if ('cache_write_1h_mtok' in prices && !('cache_write_mtok' in prices)) {
    refuse(where, 'cache_write_1h_mtok stands alone', 'cache_write_mtok beside it');
  }
}

const thousands = (number) => number.toLocaleString('en-US');

/**
 * The two sides of a bound on the prompt, each with what its price is. The data fires above `start`; 271999 is how it
 * writes "from 272,000 on".
 */
function sides(value, where) {
  if (typeof value !== 'object' || value === null) return [{ suffix: '', words: '', of: (other) => other }];
  checkKeys(value, ['base', 'tiers'], where);
  const tier = value.tiers?.length === 1 ? value.tiers[0] : refuse(where, 'it has no single bound', 'one tier');
  checkKeys(tier, ['start', 'price'], where);
  const { start } = tier;
  if (!Number.isSafeInteger(start) || start < 1) refuse(where, `the bound ${start} is no number of tokens`, 'a whole one');
  const inclusive = start % 1000 === 999;
  const over = inclusive ? (x) => `at_least(${x}, ${start + 1})` : (x) => `above(${x}, ${start})`;
  const under = inclusive ? (x) => `above(${start + 1}, ${x})` : (x) => `at_least(${start}, ${x})`;
  const words = inclusive ? `, prompts from ${thousands(start + 1)} on` : `, prompts above ${thousands(start)}`;
  const sameBound = (other) =>
    typeof other === 'object' && other?.tiers?.length === 1 && other.tiers[0].start === start
      ? other
      : refuse(where, 'two prices of one kind have different bounds', 'the same one');
  return [
    { suffix: '', words: '', when: under, of: (other) => sameBound(other).base },
    { suffix: '-over', words, when: over, of: (other) => sameBound(other).tiers[0].price },
  ];
}

const hourWords = ({ from, to, days }) =>
  `, ${from} to ${to} UTC${days ? (days.includes('sat') ? ' at weekends' : ' on workdays') : ''}`;

/** Prices for an hour-long cache entry, in a mode or in a region: what the overlay adds to a row. */
function adjustments(meter, side, prices, model, overlay, where) {
  const cells = [];
  const longLived = overlay.cells?.[meter.longLived];
  if (meter.longLived in prices && !longLived) {
    refuse(where, `it has a price of ${meter.longLived}`, "the choice that it belongs to in the overlay's 'cells'");
  }
  if (longLived) {
    const price = prices[meter.longLived];
    cells.push({ with: longLived, price: price === undefined ? 'unknown' : decimalText(side.of(price), where) });
  }
  const factors = [];
  for (const adjust of meter.tool ? [] : (overlay.adjust ?? [])) {
    if (!new RegExp(adjust.models ?? '').test(model.id)) continue;
    if ('times' in adjust) factors.push({ with: adjust.with, times: adjust.times });
    else cells.push({ with: adjust.with, price: adjust.price });
  }
  return { ...(cells.length > 0 && { cells }), ...(factors.length > 0 && { factors }) };
}

function rowsOfMeter(meter, span, model, overlay, where) {
  const { prices, slot, hours, from, to } = span;
  const at = `${where}, ${meter.key}`;
  const context = { has: (key) => key in prices, platform: overlay.id, leastSeconds: overlay.least_audio_seconds };
  const row = (long, side) => ({
    id: `${long ? 'long-' : ''}${meter.id}${side.suffix}${slot ? `-${slot}` : ''}`,
    name: `${long ? 'long prompts: ' : ''}${meter.name}${side.words}${hours ? hourWords(hours) : ''}`,
    model: 'per_unit',
    metric: meter.metric ?? (long ? 'long_requests' : 'requests'),
    ...(!meter.metric && { each: long ? meter.long : meter.each(context) }),
    ...(side.when && { when: side.when(long ? 'ai_long_input_tokens' : 'ai_input_tokens') }),
    ...(hours && { hours }),
    price: decimalText(side.of(prices[meter.key]), at),
    per: meter.per,
    ...adjustments(meter, side, prices, model, overlay, at),
    ...(from && { from }),
    ...(to && { to }),
    source: 'data',
  });
  const both = sides(prices[meter.key], at);
  return { short: both.map((side) => row(false, side)), long: meter.long ? both.map((side) => row(true, side)) : [] };
}

/** Rows of one id that say the same and follow each other become one. */
function joined(rows) {
  return [...groupById(rows).values()].flatMap((same) =>
    same.reduce((kept, row) => {
      const before = kept.at(-1);
      const body = ({ from, to, ...rest }) => JSON.stringify(rest);
      if (!before || body(before) !== body(row) || before.to !== row.from) return [...kept, row];
      const { source, to, ...start } = before;
      return [...kept.slice(0, -1), { ...start, ...(row.to && { to: row.to }), source }];
    }, []),
  );
}

function groupById(rows) {
  const groups = new Map();
  for (const row of rows) groups.set(row.id, [...(groups.get(row.id) ?? []), row]);
  return groups;
}

/** The charges of one model, from its prices through time. */
export function chargesOf(spans, model, overlay, where) {
  const short = [];
  const long = [];
  for (const span of spans) {
    checkPrices(span.prices, where);
    for (const meter of meters) {
      if (!(meter.key in span.prices)) continue;
      const rows = rowsOfMeter(meter, span, model, overlay, where);
      short.push(...rows.short);
      long.push(...rows.long);
    }
  }
  return joined([...short, ...long]);
}
