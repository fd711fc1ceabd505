// A limit in words: how much, how often, whose counter it is, and what happens beyond it.
import { formulaWords, levelsOf, parseFormula } from './formula.mjs';
import { isAbout, isNumber, numberText, priceText } from './figures.mjs';
import { lengthOf, resetText, spanText, windowText } from './times.mjs';

const behaviours = {
  refuse: 'refused beyond it',
  delay: 'delayed beyond it',
  bill: 'billed beyond it',
  nothing: 'not enforced',
  degrade: 'served worse beyond it',
  suspend: 'then all is refused to the end of the cycle',
  top_up: 'then all is refused until money is added',
};

export class LimitWords {
  constructor(names, plan) {
    this.names = names;
    this.plan = plan;
  }

  // What the calls count in where one may take several units; money counts in itself.
  #units({ counts, distinct }) {
    if (Object.values(counts ?? {}).some((weight) => weight !== '1')) return ' units';
    return distinct ? ' different ones' : '';
  }

  #number(text, limit) {
    return limit.spend ? priceText(text, this.plan.currency) : numberText(text) + this.#units(limit);
  }

  #levels({ driver, levels }, limit) {
    const each = levels.map(({ from, value }) => `${from ? `from ${numberText(from)} on ` : ''}${this.#number(value, limit)}`);
    return `by ${this.names.driver(driver)}: ${each.join(', ')},`;
  }

  #figure(text, limit) {
    if (isNumber(text)) return this.#number(text, limit);
    const tree = parseFormula(text);
    const levels = levelsOf(tree);
    return levels ? this.#levels(levels, limit) : formulaWords(tree, this.names.driver) + this.#units(limit);
  }

  /** "about 10,000", "not published", "unlimited". */
  amount(limit) {
    const { amount } = limit;
    if (amount === 'unknown') return 'not published';
    if (amount === 'unlimited') return 'unlimited';
    return isAbout(amount) ? `about ${this.#figure(amount.slice(6), limit)}` : this.#figure(amount, limit);
  }

  /** "a day for each member, per app". */
  terms({ window, scope }) {
    return `${windowText(window)} for ${scope.per ? 'each' : 'the'} ${scope.name}, ${resetText(window)}`;
  }

  /** A sentence each without its full stop. */
  conditions(limit) {
    const { counts = {}, window, at_breach: breach, climbs, distinct } = limit;
    const said = [];
    const metrics = Object.entries(counts).map(([id, weight]) =>
      `${this.names.metric(id).name}${weight === '1' ? '' : ` (${numberText(weight)} units each)`}`);
    said.push(limit.spend ? 'counts money: all prices by use' : `counts ${metrics.join(', ')}`);
    if (distinct) said.push(`of different things: ${formulaWords(parseFormula(distinct), this.names.driver)}`);
    if (window.size) said.push(`a bucket of ${numberText(window.size)}`);
    if (window.lasts) said.push(`a call lasts, in seconds: ${formulaWords(parseFormula(window.lasts), this.names.driver)}`);
    for (const { from, amount } of climbs?.rungs ?? []) {
      said.push(`${amount === 'unlimited' ? amount : numberText(amount)} once ${priceText(from, this.plan.currency)} has been paid`);
    }
    said.push(behaviours[breach.is] + (breach.error ? ` (${breach.error})` : '') + (breach.until ? `, ${breach.until}` : ''));
    if (breach.penalty) said.push(`the first refusal shuts for ${spanText(lengthOf(breach.penalty))}`);
    if (breach.shut_until) said.push(`a refusal shuts until ${breach.shut_until.time} ${breach.shut_until.zone ?? 'UTC'}`);
    if (breach.wait) said.push(`a call waits at most ${spanText(lengthOf(breach.wait))}`);
    return said;
  }
}
