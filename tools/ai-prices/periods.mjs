import { refuse } from './refusal.mjs';

// The data lists prices oldest first and the last entry that matches counts: one without a condition, then start
// dates in order, then hours of the day, which hold on every day.

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri'];
const weekend = ['sat', 'sun'];

function kindOf(entry, where) {
  const type = entry.constraint?.type ?? 'none';
  if (!['none', 'start_date', 'time_of_date'].includes(type)) {
    refuse(where, `the condition '${type}' is not known`, 'start_date or time_of_date');
  }
  return type;
}

function checkOrder(entries, where) {
  const order = ['none', 'start_date', 'time_of_date'];
  let last = -1;
  for (const entry of entries) {
    const at = order.indexOf(kindOf(entry, where));
    if (at < last || (at === 0 && last === 0)) {
      refuse(where, 'the conditions stand in another order', 'one price without, then start dates, then hours');
    }
    last = at;
  }
  if (entries.length === 0 || entries[0].constraint) refuse(where, 'no price is without a condition', 'the first one');
}

function datedSpans(entries, where) {
  const dated = entries.filter((entry) => kindOf(entry, where) !== 'time_of_date');
  return dated.map((entry, i) => {
    const from = entry.constraint?.start_date;
    const to = dated[i + 1]?.constraint.start_date;
    for (const day of [from, to]) {
      if (day !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(day)) refuse(where, `'${day}' is no day`, 'such as 2026-08-17');
    }
    if (from && to && to <= from) refuse(where, `${to} does not lie after ${from}`, 'start dates that rise');
    return { from, to, prices: entry.prices };
  });
}

function clock(text, where) {
  const match = /^([01]\d|2[0-3]):([0-5]\d):00Z$/.exec(text);
  return match ? `${match[1]}:${match[2]}` : refuse(where, `'${text}' is no time of day in UTC`, 'such as 01:00:00Z');
}

/** The hours of the day with another price, in order and apart. */
function peakHours(entries, where) {
  const peaks = entries
    .filter((entry) => kindOf(entry, where) === 'time_of_date')
    .map(({ constraint, prices }) => ({
      from: clock(constraint.start_time, where),
      to: clock(constraint.end_time, where),
      prices,
    }))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  peaks.forEach((peak, i) => {
    const before = i === 0 ? '' : peaks[i - 1].to;
    if (peak.to <= peak.from || peak.from <= before) {
      refuse(where, `the hours ${peak.from} to ${peak.to} overlap others or cross midnight`, 'hours that lie apart');
    }
  });
  return peaks;
}

/**
 * One day's hours from `rule.from` on: outside the peaks the plain price; from `rule.workdays_from` on at weekends too.
 * `slot` tells the rows apart.
 */
function hourlySpans(plain, peaks, rule) {
  const first = peaks[0].from;
  const last = peaks.at(-1).to;
  const spans = [];
  const add = (slot, from, to, prices, days, life) => {
    spans.push({ ...life, slot, prices, hours: { from, to, zone: 'UTC', ...(days && { days }) } });
  };
  const onWorkdays = (slot, from, to, prices) => {
    add(slot, from, to, prices, undefined, { from: rule.from, to: rule.workdays_from });
    add(slot, from, to, prices, weekdays, { from: rule.workdays_from });
  };
  add('off', last, first, plain.prices, undefined, { from: rule.from });
  peaks.forEach((peak, i) => {
    onWorkdays(`peak${i + 1}`, peak.from, peak.to, peak.prices);
    if (peaks[i + 1]) onWorkdays(`gap${i + 1}`, peak.to, peaks[i + 1].from, plain.prices);
  });
  add('weekend', first, last, plain.prices, weekend, { from: rule.workdays_from });
  return spans;
}

/** Prices through time: `{from?, to?, hours?, slot?, prices}`. `rule` is what the overlay knows of the hours. */
export function spansOf(prices, rule, where) {
  const entries = Array.isArray(prices) ? prices : [{ prices }];
  checkOrder(entries, where);
  const dated = datedSpans(entries, where);
  const peaks = peakHours(entries, where);
  if (peaks.length === 0) return dated;
  if (!rule) refuse(where, 'it has prices by the hour', "an entry of 'peak' in the overlay that says since when");
  const plain = dated.pop();
  if (plain.from !== rule.from) {
    refuse(where, `the newest plain price is of ${plain.from}, the overlay's peak of ${rule.from}`, 'the same day');
  }
  return [...dated, ...hourlySpans(plain, peaks, rule)];
}
