// The catalogue's formulas of drivers in words (docs/catalogue.md, "Formulas").
import { numberText } from './figures.mjs';
import { marked, tr } from './language.mjs';

function tokensOf(text) {
  const tokens = text.match(/\d+(?:\.\d+)?|[a-z_][a-z0-9_]*|[-+*/(),]|\S/gi) ?? [];
  const odd = tokens.find((token) => !/^(\d+(\.\d+)?|[a-z_][a-z0-9_]*|[-+*/(),])$/i.test(token));
  if (odd) throw new Error(`"${text}" has "${odd}", which no formula has`);
  return tokens;
}

/** {number}, {name}, {op, args} or {call, args}. */
export function parseFormula(text) {
  const tokens = tokensOf(text);
  const take = (expected) => {
    if (expected && tokens[0] !== expected) throw new Error(`"${text}" lacks "${expected}"`);
    return tokens.shift();
  };
  const list = () => {
    const args = [sum()];
    while (tokens[0] === ',') {
      take();
      args.push(sum());
    }
    take(')');
    return args;
  };
  const value = () => {
    const token = take();
    if (token === undefined) throw new Error(`"${text}" breaks off`);
    if (token === '-') return { op: '-', args: [{ number: '0' }, value()] };
    if (token === '(') return list()[0];
    if (/^\d/.test(token)) return { number: token };
    if (tokens[0] !== '(') return { name: token };
    take();
    return { call: token, args: list() };
  };
  const chain = (operators, next) => () => {
    let left = next();
    while (operators.includes(tokens[0])) left = { op: take(), args: [left, next()] };
    return left;
  };
  const product = chain(['*', '/'], value);
  const sum = chain(['+', '-'], product);
  const tree = sum();
  if (tokens.length > 0) throw new Error(`"${text}" goes on after its end`);
  return tree;
}

const signs = { '+': '+', '-': '−', '*': '×', '/': '÷' };
const isZero = ({ number }) => number === '0';
const isProduct = ({ op }) => op === '*' || op === '/';
// What stands left of an operator needs no brackets where it binds as firmly.
const bindsAlike = (part, op) => isProduct(part) || (!!part.op && !isProduct({ op }));
const bare = (text) => (/^\([^()]*\)$/.test(text) ? text.slice(1, -1) : text);
const rounded = { floor: marked('{0} rounded down'), ceil: marked('{0} rounded up'), round: marked('{0} rounded') };

function conditionWords({ call, args: [a, b] }, say) {
  // Said of the driver, whichever side it stands on.
  if (a.number === undefined || b.number !== undefined) return `${say(a)} ${call === 'above' ? '>' : '≥'}\u00a0${say(b)}`;
  return `${say(b)} ${call === 'above' ? '<' : '≤'}\u00a0${say(a)}`;
}

function callWords(part, say) {
  const { call, args } = part;
  const [first, ...others] = args.map(say);
  if (call in rounded) return tr(rounded[call], first);
  if (call === 'above' || call === 'at_least') return tr('1 where {0}, else 0', conditionWords(part, say));
  if (call === 'clamp') return tr('{0}, but at least {1} and at most {2}', first, ...others);
  if (call === 'max' && args.length === 2 && isZero(args[0])) return tr('{0}, never below 0', bare(others[0]));
  if (call === 'min' || call === 'max') {
    const listed = [first, ...others.slice(0, -1)].join(', ');
    const two = args.length === 2;
    if (call === 'min') return two ? tr('the smaller of {0} and {1}', first, others[0]) : tr('the smallest of {0} and {1}', listed, others.at(-1));
    return two ? tr('the larger of {0} and {1}', first, others[0]) : tr('the largest of {0} and {1}', listed, others.at(-1));
  }
  return `${call}(${[first, ...others].join(', ')})`;
}

/** `nameOf(id)`: a driver's name. */
export function formulaWords(tree, nameOf) {
  const say = (part, inside = false) => {
    if (part.number !== undefined) return numberText(part.number);
    if (part.name !== undefined) return nameOf(part.name);
    if (part.op) {
      const [left, right] = part.args;
      const text = `${say(left, !bindsAlike(left, part.op))} ${signs[part.op]} ${say(right, !(isProduct(right) && !isProduct(part)))}`;
      return inside ? `(${text})` : text;
    }
    const words = callWords(part, (arg) => say(arg, true));
    return inside && words.includes(' ') ? `(${words})` : words;
  };
  return say(tree);
}

/** What `when` asks, as words behind "where". */
export function whenWords(text, nameOf) {
  const tree = parseFormula(text);
  const say = (part) => formulaWords(part, nameOf);
  if (tree.call === 'above' || tree.call === 'at_least') return conditionWords(tree, say);
  return tr('{0} is not 0', say(tree));
}

/**
 * A sum of steps of one driver, "100 + 400 * at_least(tier, 2)", as its levels: {driver, levels: [{from, value}]}, of which the
 * first has no `from`. Undefined for any other formula.
 */
export function levelsOf(tree) {
  const terms = [];
  const collect = (part) => (part.op === '+' ? part.args.forEach(collect) : terms.push(part));
  collect(tree);
  const [base, ...steps] = terms;
  if (!/^\d+$/.test(base.number ?? '') || steps.length === 0) return undefined;
  let value = BigInt(base.number);
  const levels = [{ value: String(value) }];
  let driver;
  for (const { op, args } of steps) {
    if (op !== '*' || !/^\d+$/.test(args[0].number ?? '') || args[1].call !== 'at_least') return undefined;
    const [{ name }, { number }] = args[1].args;
    if (!name || (driver ?? name) !== name || !/^\d+$/.test(number ?? '')) return undefined;
    if (levels.length > 1 && BigInt(number) <= BigInt(levels.at(-1).from)) return undefined;
    driver = name;
    value += BigInt(args[0].number);
    levels.push({ from: number, value: String(value) });
  }
  return { driver, levels };
}
