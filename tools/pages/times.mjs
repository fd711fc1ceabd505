// Days, stretches of days and windows in words, as src/core/time_format.cpp has them.

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const day = 86_400;
const units = [
  { seconds: day, short: 'd', one: 'a day', names: ['day', 'days'] },
  { seconds: 3600, short: 'h', one: 'an hour', names: ['h'] },
  { seconds: 60, short: 'min', one: 'a minute', names: ['min'] },
  { seconds: 1, short: 's', one: 'a second', names: ['s'] },
];

/** "2023-04-25" is "25 Apr 2023". */
export function dateText(iso) {
  const [year, month, date] = iso.split('-').map(Number);
  return `${date} ${months[month - 1]} ${year}`;
}

export function dayBefore(iso) {
  const date = new Date(`${iso}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}

// "seen in 2026; start not known" is no date and stands as it is.
const isRemark = (printed) => !!printed?.includes('not known');

function endOf(printed, iso) {
  if (isRemark(printed)) return printed;
  if (printed) return printed.startsWith('about ') ? printed : `about ${printed}`;
  return iso ? dateText(iso) : '';
}

/** `to` is exclusive; people name the last day on which something holds. */
export function validityText({ from, to, from_about: fromAbout, to_about: toAbout }) {
  const begin = endOf(fromAbout, from) || 'start not known';
  const end = endOf(toAbout, to && dayBefore(to));
  const since = isRemark(begin) ? begin : `since ${begin}`;
  if (!end) return since;
  if (isRemark(end)) return `${since}, ${end}`;
  return isRemark(begin) ? `${begin}, to ${end}` : `${begin} to ${end}`;
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
  if (seconds === day) return '24 h';
  const unit = units.find((each) => seconds % each.seconds === 0);
  return `${seconds / unit.seconds} ${unit.short}`;
}

const isMonth = ({ length }) => length === '1 month';

/** How often: "a month", "in 24 h", "a day". */
export function windowText(window) {
  if (window.kind === 'cycle') return 'a month';
  if (window.kind === 'concurrent') return 'at once';
  if (window.kind === 'fixed') {
    if (isMonth(window)) return 'a calendar month';
    const seconds = lengthOf(window.length);
    if (seconds === 7 * day) return 'a week';
    const unit = units.find((each) => each.seconds === seconds);
    if (unit) return unit.one;
  }
  return `in ${spanText(lengthOf(window.length))}`;
}

/** When there is room again: "resets 00:00 UTC", "rolling". */
export function resetText(window) {
  const { kind, length, zone = 'UTC', time = '00:00', from, day: monthDay } = window;
  if (kind === 'cycle') return 'resets on your cycle day';
  if (kind === 'rolling' || kind === 'sliding') return 'rolling';
  if (kind === 'first_use') return 'from the first call on';
  if (kind === 'bucket') return window.refill === 'stepped' ? `comes back every ${spanText(lengthOf(length))}` : 'comes back bit by bit';
  if (kind === 'concurrent') return window.lasts ? 'in flight' : 'standing';
  if (isMonth(window)) return `resets on day ${monthDay}, ${time} ${zone}`;
  const seconds = lengthOf(length);
  if (seconds % day !== 0) return `resets every ${spanText(seconds)}${time === '00:00' ? '' : ` from ${time} UTC`}`;
  if (seconds === day) return `resets ${time} ${zone}`;
  if (seconds === 7 * day && !from) return `resets Mondays ${time} ${zone}`;
  return `resets ${time} ${zone} every ${seconds / day} days`;
}
