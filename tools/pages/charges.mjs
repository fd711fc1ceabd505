// A charge in words: its price, a line a tier, and the conditions under which it is due.
import { formulaWords, parseFormula, whenWords } from './formula.mjs';
import { feeText, numberText, percentText, priceText } from './figures.mjs';
import { english, marked, shown, spoken, tr } from './language.mjs';

const periods = { month: marked('{0} a month'), year: marked('{0} a year'), once: marked('{0} once') };
const rounding = {
  up: { whole: marked('the count is rounded up'), to: marked('the count is rounded up to {0}') },
  down: { whole: marked('the count is rounded down'), to: marked('the count is rounded down to {0}') },
  half_up: { whole: marked('the count is rounded half up'), to: marked('the count is rounded half up to {0}') },
};
const freeOf = { day: marked('{0} free a day'), month: marked('{0} free a month') };
const adjustments = new Set(['discount', 'maximum', 'minimum', 'credit', 'rebate']);
const weekdays = Object.fromEntries(
  ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].map((name) => [name.toLowerCase(), name]),
);

// "a post", "an image" in English; in other languages the article stands with the noun.
const one = (unit) => {
  const said = tr('a {0}@@one unit', unit);
  return spoken() === english ? said.replace(/^a (?=[aeio])/i, 'an ') : said;
};

export function lowerFirst(name) {
  return /^[A-Z](?![A-Z])/.test(name) ? name[0].toLowerCase() + name.slice(1) : name;
}

/** What words need to know: the names of the platform, and the plan with its currency. */
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
    if (metric) return per === '1' ? one(metric.unit) : tr('for {0} {1}', numberText(per), metric.units);
    return per === '1' ? tr('each') : tr('for {0}', numberText(per));
  }

  #per(charge, rate) {
    const per = rate.per ?? charge.per ?? '1';
    return charge.model === 'package' ? tr('for each {0} begun', numberText(per)) : this.#unit(charge, per);
  }

  #tiers(charge, rate) {
    let below = '0';
    return rate.tiers.map(({ up_to: upTo, price, fee, package: pack }) => {
      const range = upTo
        ? below === '0' ? tr('up to {0}', numberText(upTo)) : tr('above {0}, up to {1}', numberText(below), numberText(upTo))
        : below === '0' ? '' : tr('above {0}', numberText(below));
      below = upTo ?? below;
      const share = charge.model === 'percentage';
      const money = price !== undefined && (share ? percentText(price)
        : price === 'unknown' ? this.#money(price, charge)
          : `${this.#money(price, charge)} ${pack ? tr('for each {0} begun', numberText(pack)) : this.#per(charge, rate)}`);
      const due = fee !== undefined && (money ? tr('{0} on top', this.#money(fee, charge)) : this.#money(fee, charge));
      const said = [money, due].filter(Boolean).join(', ');
      return range ? tr('{0}: {1}', range, said) : said;
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
    const first = tr('{0}: {1}', tr('up to {0}', held), priceText(fee, this.plan.currency));
    if (!blocks) return first;
    const { price, size, most } = blocks;
    return tr('{0}, then {1} for each {2} more, {3} times at most', first, priceText(price, this.plan.currency), numberText(size), numberText(most));
  }

  /** A line each. */
  price(charge) {
    if (charge.steps) return charge.steps.map((step) => this.#step(step));
    if (charge.like) return [charge.like.times ? tr('like {0}, × {1}', charge.like.charge, numberText(charge.like.times)) : tr('like {0}', charge.like.charge)];
    if (adjustments.has(charge.model)) return [this.#adjustment(charge)];
    const lines = this.#rate(charge, charge);
    return charge.cells ? lines.map((line) => tr('{0} unless said below', line)) : lines;
  }

  #with(attributes) {
    return Object.entries(attributes).map(([id, is]) => this.names.option(id, is)).join(', ');
  }

  /** Prices of their own for some: [{of, lines}]. */
  others(charge) {
    const cells = (charge.cells ?? []).map((cell) => ({ of: this.#with(cell.with), lines: this.#rate(charge, cell) }));
    const factors = (charge.factors ?? []).map((factor) => ({ of: this.#with(factor.with), lines: [`×\u00a0${numberText(factor.times)}`] }));
    return [...cells, ...factors];
  }

  /** What is counted and when it is due, a sentence each without its full stop. */
  conditions(charge) {
    const said = [];
    const money = (text) => priceText(text, this.plan.currency);
    if (charge.count) said.push(tr('for each of: {0}', this.#formula(charge.count)));
    if (charge.each) said.push(tr('counted in each {0}: {1}', this.names.metric(charge.metric).unit, this.#formula(charge.each)));
    if (charge.on) {
      const rows = charge.on.join(', ');
      said.push(adjustments.has(charge.model) ? tr('on {0}', rows) : tr('for what {0} come to', rows));
    }
    if (charge.free) {
      const free = tr(freeOf[charge.free_per ?? 'month'], this.#formula(charge.free));
      said.push(charge.pool ? tr('{0}, shared with other operations', free) : free);
    } else if (charge.pool) said.push(tr('shares the free units of other operations'));
    if (charge.when) said.push(tr('where {0}', whenWords(charge.when, this.names.driver)));
    if (charge.with) said.push(tr('for {0}', this.#with(charge.with)));
    if (charge.hours) {
      const { from, to, zone = 'UTC', days } = charge.hours;
      const hours = tr('from {0} to {1} {2}', from, to, zone);
      said.push(days ? `${hours}, ${days.map((id) => tr(weekdays[id])).join(' ')}` : hours);
    }
    if (charge.round) {
      const { how, to } = charge.round;
      said.push(to ? tr(rounding[how].to, numberText(to)) : tr(rounding[how].whole));
    }
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
