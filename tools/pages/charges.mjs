// A charge in words: its price, a line a tier, and the conditions under which it is due.
import { formulaWords, parseFormula, whenWords } from './formula.mjs';
import { feeText, numberText, percentText, priceText } from './figures.mjs';
import { marked, shown, tr } from './language.mjs';

const periods = { month: marked('{0} a month'), year: marked('{0} a year'), once: marked('{0} once') };
const rounding = {
  up: marked('the count is rounded up'),
  down: marked('the count is rounded down'),
  half_up: marked('the count is rounded half up'),
};
const free = { month: marked('{0} free a month'), day: marked('{0} free a day') };
const weekdays = { mon: 'Mon', tue: 'Tue', wed: 'Wed', thu: 'Thu', fri: 'Fri', sat: 'Sat', sun: 'Sun' }; // the calculator's own texts
const isAdjustment = ({ model }) => ['discount', 'maximum', 'minimum', 'credit', 'rebate'].includes(model);

export function lowerFirst(name) {
  return /^\p{Lu}(?!\p{Lu})/u.test(name) ? name[0].toLowerCase() + name.slice(1) : name;
}

function rangeText(below, upTo) {
  if (below === '0') return upTo ? tr('up to {0}', numberText(upTo)) : '';
  return upTo ? tr('above {0}, up to {1}', numberText(below), numberText(upTo)) : tr('above {0}', numberText(below));
}

function hoursText({ from, to, zone = 'UTC', days }) {
  const said = tr('from {0} to {1} {2}@@times of day, time zone', from, to, zone);
  return days ? tr('{0}, {1}', said, days.map((id) => tr(weekdays[id])).join(' ')) : said;
}

function roundText({ how, to }) {
  const said = tr(rounding[how]);
  return to ? tr('{0} to {1}@@how a count is rounded, to a multiple of', said, numberText(to)) : said;
}

/** What words need to know: `metric(id)`, `driver(id)` a name, `choice(id)`, and the plan with its currency. */
export class ChargeWords {
  constructor(names, plan) {
    this.names = names;
    this.plan = plan;
  }

  name(charge) {
    return charge.name ? shown(charge.name) : lowerFirst(this.names.metric(charge.metric).name);
  }

  #formula(text) {
    return formulaWords(parseFormula(text), this.names.driver);
  }

  // Prices of a row in a private unit are in that unit.
  #money(text, charge) {
    if (!charge.in || text === 'unknown') return priceText(text, this.plan.currency);
    return `${numberText(text)} ${shown(charge.in)}`;
  }

  #unit(charge, per) {
    const metric = charge.metric && !charge.each ? this.names.metric(charge.metric) : undefined;
    if (!metric) return per === '1' ? tr('each') : tr('for {0}', numberText(per));
    if (per !== '1') return tr('for {0} {1}@@number, units', numberText(per), metric.units);
    return /^[aeio]/i.test(metric.unit) ? tr('an {0}@@behind a price', metric.unit) : tr('a {0}@@behind a price', metric.unit);
  }

  #per(charge, rate) {
    const per = rate.per ?? charge.per ?? '1';
    return charge.model === 'package' ? tr('for each {0} begun', numberText(per)) : this.#unit(charge, per);
  }

  #tierPrice(charge, rate, { price, package: pack }) {
    if (charge.model === 'percentage') return percentText(price);
    const money = this.#money(price, charge);
    return price === 'unknown' ? money : `${money} ${pack ? tr('for each {0} begun', numberText(pack)) : this.#per(charge, rate)}`;
  }

  #tiers(charge, rate) {
    let below = '0';
    return rate.tiers.map((tier) => {
      const { up_to: upTo, price, fee } = tier;
      const range = rangeText(below, upTo);
      below = upTo ?? below;
      const money = price !== undefined && this.#tierPrice(charge, rate, tier);
      const due = fee !== undefined && (money ? tr('{0} on top', this.#money(fee, charge)) : this.#money(fee, charge));
      const both = [money, due].filter(Boolean).join(', ');
      return range ? tr('{0}: {1}', range, both) : both;
    });
  }

  #adjustment({ model, price }) {
    const money = priceText(price, this.plan.currency);
    switch (model) {
      case 'discount': return tr('{0} off', percentText(price));
      case 'maximum': return tr('at most {0}', money);
      case 'minimum': return tr('at least {0}', money);
      case 'credit': return tr('{0} off, down to zero', money);
      default: return tr('{0} given back as a credit', money);
    }
  }

  #rate(charge, rate) {
    if (rate.tiers) return this.#tiers(charge, rate);
    const { price } = rate;
    if (price === 'unknown') return [tr('not published')];
    if (charge.model === 'percentage') return [tr('{0} of the money', percentText(price))];
    if (charge.model === 'flat') return [tr(periods[charge.period], feeText(price, this.plan.currency))];
    return [`${this.#money(price, charge)} ${this.#per(charge, rate)}`];
  }

  #step({ holds, fee, blocks }) {
    const held = Object.entries(holds).map(([id, most]) => `${numberText(most)} ${this.names.counted(id)}`).join(', ');
    const said = tr('{0}: {1}', tr('up to {0}', held), priceText(fee, this.plan.currency));
    if (!blocks) return said;
    const { price, size, most } = blocks;
    return tr('{0}, then {1} for each {2} more, {3} times at most', said, priceText(price, this.plan.currency), numberText(size), numberText(most));
  }

  /** A line each. */
  price(charge) {
    if (charge.steps) return charge.steps.map((step) => this.#step(step));
    if (charge.like) {
      const { charge: other, times } = charge.like;
      return [`${tr('like {0}@@another charge', other)}${times ? `, × ${numberText(times)}` : ''}`];
    }
    if (isAdjustment(charge)) return [this.#adjustment(charge)];
    const lines = this.#rate(charge, charge);
    return charge.cells ? lines.map((line) => tr('{0} unless said below', line)) : lines;
  }

  #with(attributes) {
    return Object.entries(attributes).map(([id, is]) => {
      const choice = this.names.choice(id);
      return choice ? tr('{0} {1}@@choice, option', shown(choice.short_name), shown(choice.options[is] ?? is)) : `${id} ${is}`;
    }).join(', ');
  }

  /** Prices of their own for some: [{of, lines}]. */
  others(charge) {
    const cells = (charge.cells ?? []).map((cell) => ({ of: this.#with(cell.with), lines: this.#rate(charge, cell) }));
    const factors = (charge.factors ?? []).map((factor) => ({ of: this.#with(factor.with), lines: [`×\u00a0${numberText(factor.times)}`] }));
    return [...cells, ...factors];
  }

  #on(charge) {
    const names = charge.on.map((id) => this.name(this.plan.charges.find((other) => other.id === id))).join(', ');
    return isAdjustment(charge) ? tr('on {0}@@charges', names) : tr('for what {0} come to', names);
  }

  #free({ free: amount, free_per: per = 'month', pool }) {
    const said = tr(free[per], this.#formula(amount));
    return pool ? tr('{0}, shared with other operations', said) : said;
  }

  /** What is counted and when it is due, a sentence each without its full stop. */
  conditions(charge) {
    const said = [];
    const money = (text) => priceText(text, this.plan.currency);
    if (charge.count) said.push(tr('for each of: {0}', this.#formula(charge.count)));
    if (charge.each) said.push(tr('counted in each {0}: {1}', this.names.metric(charge.metric).unit, this.#formula(charge.each)));
    if (charge.on) said.push(this.#on(charge));
    if (charge.free) said.push(this.#free(charge));
    else if (charge.pool) said.push(tr('shares the free units of other operations'));
    if (charge.when) said.push(tr('where {0}@@a condition', whenWords(charge.when, this.names.driver)));
    if (charge.with) said.push(tr('for {0}', this.#with(charge.with)));
    if (charge.hours) said.push(hoursText(charge.hours));
    if (charge.round) said.push(roundText(charge.round));
    if (charge.fee_each) said.push(tr('and {0} for each payment', money(charge.fee_each)));
    if (charge.least_each) said.push(tr('at least {0} for each payment', money(charge.least_each)));
    if (charge.most_each) said.push(tr('at most {0} for each payment', money(charge.most_each)));
    if (charge.discount) said.push(tr('{0} off', percentText(charge.discount)));
    if (charge.least) said.push(tr('at least {0} in all', money(charge.least)));
    if (charge.most) said.push(tr('at most {0} in all', money(charge.most)));
    if (charge.prorate) said.push(tr('due by the day'));
    return said;
  }
}
