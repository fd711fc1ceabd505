// A limit in words: how much, how often, whose counter it is, and what happens beyond it.
import { formulaWords, levelsOf, parseFormula } from './formula.mjs';
import { aboutText, isNumber, numberText, priceText } from './figures.mjs';
import { marked, shown, tr } from './language.mjs';
import { lengthOf, resetText, spanText, windowText } from './times.mjs';

const behaviours = {
  refuse: marked('refused beyond it'),
  delay: marked('delayed beyond it'),
  bill: marked('billed beyond it'),
  nothing: marked('not enforced'),
  degrade: marked('served worse beyond it'),
  suspend: marked('then all is refused to the end of the cycle'),
  top_up: marked('then all is refused until money is added'),
};

export class LimitWords {
  constructor(names, plan) {
    this.names = names;
    this.plan = plan;
  }

  // What the calls count in where one may take several units; money counts in itself.
  #counted(number, { counts, distinct }) {
    if (Object.values(counts ?? {}).some((weight) => weight !== '1')) return tr('{0} units', number);
    return distinct ? tr('{0} different ones', number) : number;
  }

  #number(text, limit) {
    return limit.spend ? priceText(text, this.plan.currency) : this.#counted(numberText(text), limit);
  }

  #levels({ driver, levels }, limit) {
    const each = levels.map(({ from, value }) => {
      const number = this.#number(value, limit);
      return from ? tr('from {0} on {1}', numberText(from), number) : number;
    });
    return tr('by {0}: {1},', this.names.driver(driver), each.join(', '));
  }

  #figure(text, limit) {
    if (isNumber(text)) return this.#number(text, limit);
    const tree = parseFormula(text);
    const levels = levelsOf(tree);
    return levels ? this.#levels(levels, limit) : this.#counted(formulaWords(tree, this.names.driver), limit);
  }

  /** "about 10,000", "not published", "unlimited". */
  amount(limit) {
    const { amount } = limit;
    if (amount === 'unknown') return tr('not published');
    if (amount === 'unlimited') return tr('unlimited');
    return aboutText(amount, (figure) => this.#figure(figure, limit));
  }

  /** "500 a day for each member, per app". */
  scoped(limit) {
    const { window, scope } = limit;
    const text = tr('{0} {1}@@amount, window', this.amount(limit), windowText(window));
    return scope.per ? tr('{0} for each {1}@@a limit', text, shown(scope.name)) : tr('{0} for the {1}', text, shown(scope.name));
  }

  /** The same with when there is room again. */
  terms(limit) {
    return tr('{0}, {1}', this.scoped(limit), resetText(limit.window));
  }

  #beyond({ is, error, until }) {
    const said = tr(behaviours[is]) + (error ? ` (${shown(error)})` : '');
    return until ? tr('{0}, {1}', said, shown(until)) : said;
  }

  /** A sentence each without its full stop. */
  conditions(limit) {
    const { counts = {}, window, at_breach: breach, climbs, distinct } = limit;
    const said = [];
    const metrics = Object.entries(counts).map(([id, weight]) => {
      const { name } = this.names.metric(id);
      return weight === '1' ? name : tr('{0} ({1} units each)', name, numberText(weight));
    });
    said.push(limit.spend ? tr('counts money: all prices by use') : tr('counts {0}', metrics.join(', ')));
    if (distinct) said.push(tr('of different things: {0}', formulaWords(parseFormula(distinct), this.names.driver)));
    if (window.size) said.push(tr('a bucket of {0}', numberText(window.size)));
    if (window.lasts) said.push(tr('a call lasts, in seconds: {0}', formulaWords(parseFormula(window.lasts), this.names.driver)));
    for (const { from, amount } of climbs?.rungs ?? []) {
      const reached = amount === 'unlimited' ? tr('unlimited') : numberText(amount);
      said.push(tr('{0} once {1} has been paid', reached, priceText(from, this.plan.currency)));
    }
    said.push(this.#beyond(breach));
    if (breach.penalty) said.push(tr('the first refusal shuts for {0}', spanText(lengthOf(breach.penalty))));
    if (breach.shut_until) said.push(tr('a refusal shuts until {0} {1}', breach.shut_until.time, breach.shut_until.zone ?? 'UTC'));
    if (breach.wait) said.push(tr('a call waits at most {0}', spanText(lengthOf(breach.wait))));
    return said;
  }
}
