// Days, stretches of days and windows in words, as src/core/time_format.cpp has them.
import { marked, shown, tr } from './language.mjs';

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' '); // the calculator's own texts
const day = 86_400;
const units = [
  { seconds: day, short: marked('{0} d'), one: marked('a day'), names: ['day', 'days'] },
  { seconds: 3600, short: marked('{0} h'), one: marked('an hour'), names: ['h'] },
  { seconds: 60, short: marked('{0} min'), one: marked('a minute'), names: ['min'] },
  { seconds: 1, short: marked('{0} s'), one: marked('a second'), names: ['s'] },
];

/** "2023-04-25" is "25 Apr 2023". */
export function dateText(iso) {
  const [year, month, date] = iso.split('-').map(Number);
  return tr('{0} {1} {2}@@day, month, year', date === 1 ? tr('1@@day of a month') : date, tr(months[month - 1]), year);
}

export function dayBefore(iso) {
  const date = new Date(`${iso}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}

// "seen in 2026; start not known" is no date and stands as it is.
const isRemark = (printed) => !!printed?.includes('not known');

function endOf(printed, iso) {
  if (isRemark(printed) || printed?.startsWith('about ')) return shown(printed);
  if (printed) return tr('about {0}@@a date', shown(printed));
  return iso ? dateText(iso) : '';
}

/** `to` is exclusive; people name the last day on which something holds. */
export function validityText({ from, to, from_about: fromAbout, to_about: toAbout }) {
  const begins = !isRemark(fromAbout) && !!(fromAbout || from);
  const begin = endOf(fromAbout, from) || tr('start not known');
  const end = endOf(toAbout, to && dayBefore(to));
  const since = begins ? tr('since {0}', begin) : begin;
  if (!end) return since;
  if (isRemark(toAbout)) return tr('{0}, {1}', since, end);
  return begins ? tr('{0} to {1}', begin, end) : tr('{0}, to {1}', begin, end);
}

/** Whether a row holds on a day. */
export const holds = ({ from, to }, date) => (!from || from <= date) && (!to || date < to);

/** "15 min" in seconds. */
export function lengthOf(text) {
  const [count, name] = text.split(' ');
  const unit = units.find(({ names }) => names.includes(name));
  if (!unit || !/^\d+$/.test(count)) throw new Error(`"${text}" is no length of time`);
  return Number(count) * unit.seconds;
}

/** By the largest unit that measures it whole, but one day as "24 h": "a day" would be a calendar day. */
export function spanText(seconds) {
  if (seconds === day) return tr('{0} h', 24);
  const unit = units.find((each) => seconds % each.seconds === 0);
  return tr(unit.short, seconds / unit.seconds);
}

const isMonth = ({ length }) => length === '1 month';

/** How often: "a month", "in 24 h", "a day". */
export function windowText(window) {
  if (window.kind === 'cycle') return tr('a month');
  if (window.kind === 'concurrent') return tr('at once');
  if (window.kind === 'fixed') {
    if (isMonth(window)) return tr('a calendar month');
    const seconds = lengthOf(window.length);
    if (seconds === 7 * day) return tr('a week');
    const unit = units.find((each) => each.seconds === seconds);
    if (unit) return tr(unit.one);
  }
  return tr('in {0}@@a span of time', spanText(lengthOf(window.length)));
}

/** When there is room again: "resets 00:00 UTC", "rolling". */
export function resetText(window) {
  const { kind, length, zone = 'UTC', time = '00:00', from, day: monthDay } = window;
  if (kind === 'cycle') return tr('resets on your cycle day');
  if (kind === 'rolling' || kind === 'sliding') return tr('rolling');
  if (kind === 'first_use') return tr('from the first call on');
  if (kind === 'bucket') return window.refill === 'stepped' ? tr('comes back every {0}', spanText(lengthOf(length))) : tr('comes back bit by bit');
  if (kind === 'concurrent') return window.lasts ? tr('in flight') : tr('standing');
  if (isMonth(window)) return tr('resets on day {0}, {1} {2}', monthDay, time, zone);
  const seconds = lengthOf(length);
  if (seconds % day !== 0) {
    return time === '00:00' ? tr('resets every {0}', spanText(seconds)) : tr('resets every {0} from {1} UTC', spanText(seconds), time);
  }
  if (seconds === day) return tr('resets {0} {1}@@time of day, time zone', time, zone);
  if (seconds === 7 * day && !from) return tr('resets Mondays {0} {1}', time, zone);
  return tr('resets {0} {1} every {2} days', time, zone, seconds / day);
}
