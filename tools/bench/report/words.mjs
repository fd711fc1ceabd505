// Numbers and tables as the document writes them.

export const whole = (value) => Math.round(value).toLocaleString('en-GB');

// Three digits that count.
export function short(value) {
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value) || 1)));
  return value.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

// The median, and between which quartiles.
export const spread = ({ median, low, high }, unit = 1) => `${short(median / unit)} (${short(low / unit)}–${short(high / unit)})`;

export const percent = (ratio) => `${Math.round(ratio * 100)} %`;

// The first column is text, the others are numbers.
export function table(heads, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(heads), `|${heads.map((_, i) => (i === 0 ? '---|' : '--:|')).join('')}`, ...rows.map(line)].join('\n');
}

export const verdict = (met) => (met ? 'met' : '**missed**');

export function measuredOn({ date, processor, cores, versions, browser }) {
  const all = Object.entries({ ...versions, ...(browser && { Chromium: browser }) });
  const named = all.map(([name, version]) => `${name} ${version}`).join(', ');
  return `*${date}; ${processor}, ${cores} cores; ${named}*`;
}
