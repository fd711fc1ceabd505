const width = 110;

/** JSON for people: what fits a line stands on one, and so does every row of a list. */
export function jsonText(value) {
  return `${block(value, '')}\n`;
}

const inline = (value) => {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  return `{${entriesOf(value).map(([key, v]) => `${JSON.stringify(key)}: ${inline(v)}`).join(', ')}}`;
};

const entriesOf = (object) => Object.entries(object).filter(([, value]) => value !== undefined);
const isNested = (value) => typeof value === 'object' && value !== null;
const isPlan = (value) => isNested(value) && ['charges', 'included', 'limits', 'extends'].some((key) => key in value);

function block(value, indent) {
  const line = inline(value);
  if (!isNested(value) || indent.length + line.length <= width) return line;
  const inner = `${indent}  `;
  const list = Array.isArray(value);
  const items = list
    ? value.map((item) => (isPlan(item) ? block(item, inner) : inline(item)))
    : entriesOf(value).map(([key, item]) => `${JSON.stringify(key)}: ${block(item, inner)}`);
  const [open, close] = list ? ['[', ']'] : ['{', '}'];
  return `${open}\n${items.map((item) => `${inner}${item}`).join(',\n')}\n${indent}${close}`;
}
