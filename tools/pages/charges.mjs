// A charge in words: its price, a line a tier, and the conditions under which it is due.
import { formulaWords, parseFormula, whenWords } from './formula.mjs';
import { feeText, numberText, percentText, priceText } from './figures.mjs';

const periods = { month: 'a month', year: 'a year', once: 'once' };
const rounding = { up: 'rounded up', down: 'rounded down', half_up: 'rounded half up' };
const weekdays = { mon: 'Mon', tue: 'Tue', wed: 'Wed', thu: 'Thu', fri: 'Fri', sat: 'Sat', sun: 'Sun' };

export function lowerFirst(name) {
  return /^[A-Z](?![A-Z])/.test(name) ? name[0].toLowerCase() + name.slice(1) : name;
}

/** What words need to know: `metric(id)`, `driver(id)` a name, `choice(id)`, and the plan with its currency. */
export class ChargeWords {
  constructor(names, plan) {
    this.names = names;
    this.plan = plan;
  }

  name(charge) {
    return charge.name ?? lowerFirst(this.names.metric(charge.metric).name);
  }

  #formula(text) {
    return formulaWords(parseFormula(text), this.names.driver);
  }

  // Prices of a row in a private unit are in that unit.
  #money(text, charge) {
    if (!charge.in || text === 'unknown') return priceText(text, this.plan.currency);
    return `${numberText(text)} ${charge.in}`;
  }

  #unit(charge, per) {
    const metric = charge.metric && !charge.each ? this.names.metric(charge.metric) : undefined;
    if (metric) return per === '1' ? `a ${metric.unit}`.replace(/^a (?=[aeio])/i, 'an ') : `for ${numberText(per)} ${metric.units}`;
    return per === '1' ? 'each' : `for ${numberText(per)}`;
  }

  #per(charge, rate) {
    const per = rate.per ?? charge.per ?? '1';
    return charge.model === 'package' ? `for each ${numberText(per)} begun` : this.#unit(charge, per);
  }

  #tiers(charge, rate) {
    let below = '0';
    return rate.tiers.map(({ up_to: upTo, price, fee, package: pack }) => {
      const range = upTo ? (below === '0' ? `up to ${numberText(upTo)}` : `above ${numberText(below)}, up to ${numberText(upTo)}`)
        : below === '0' ? '' : `above ${numberText(below)}`;
      below = upTo ?? below;
      const share = charge.model === 'percentage';
      const money = price !== undefined && (share ? percentText(price)
        : `${this.#money(price, charge)}${price === 'unknown' ? '' : pack ? ` for each ${numberText(pack)} begun` : ` ${this.#per(charge, rate)}`}`);
      const due = fee !== undefined && `${this.#money(fee, charge)}${money ? ' on top' : ''}`;
      return `${range}${range && ': '}${[money, due].filter(Boolean).join(', ')}`;
    });
  }

  #adjustment({ model, price }) {
    const money = priceText(price, this.plan.currency);
    return { discount: `${percentText(price)} off`, maximum: `at most ${money}`, minimum: `at least ${money}`,
      credit: `${money} off, down to zero`, rebate: `${money} given back as a credit` }[model];
  }

  #rate(charge, rate) {
    if (rate.tiers) return this.#tiers(charge, rate);
    const { price } = rate;
    if (price === 'unknown') return ['not published'];
    if (charge.model === 'percentage') return [`${percentText(price)} of the money`];
    if (charge.model === 'flat') return [`${feeText(price, this.plan.currency)} ${periods[charge.period]}`];
    return [`${this.#money(price, charge)} ${this.#per(charge, rate)}`];
  }

  #step({ holds, fee, blocks }) {
    const held = Object.entries(holds).map(([id, most]) => `${numberText(most)} ${this.names.counted(id)}`).join(', ');
    const more = blocks && `, then ${priceText(blocks.price, this.plan.currency)} for each ${numberText(blocks.size)} more, ${numberText(blocks.most)} times at most`;
    return `up to ${held}: ${priceText(fee, this.plan.currency)}${more ?? ''}`;
  }

  /** A line each. */
  price(charge) {
    if (charge.steps) return charge.steps.map((step) => this.#step(step));
    if (charge.like) return [`like ${charge.like.charge}${charge.like.times ? `, × ${charge.like.times}` : ''}`];
    if (charge.model in { discount: 1, maximum: 1, minimum: 1, credit: 1, rebate: 1 }) return [this.#adjustment(charge)];
    const lines = this.#rate(charge, charge);
    return charge.cells ? lines.map((line) => `${line} unless said below`) : lines;
  }

  #with(attributes) {
    return Object.entries(attributes).map(([id, is]) => {
      const choice = this.names.choice(id);
      return choice ? `${choice.short_name} ${choice.options[is] ?? is}` : `${id} ${is}`;
    }).join(', ');
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
    if (charge.count) said.push(`for each of: ${this.#formula(charge.count)}`);
    if (charge.each) said.push(`counted in each ${this.names.metric(charge.metric).unit}: ${this.#formula(charge.each)}`);
    if (charge.on) said.push(charge.model in { discount: 1, maximum: 1, minimum: 1, credit: 1, rebate: 1 } ? `on ${charge.on.join(', ')}` : `for what ${charge.on.join(', ')} come to`);
    if (charge.free) said.push(`${this.#formula(charge.free)} free a ${charge.free_per ?? 'month'}${charge.pool ? ', shared with other operations' : ''}`);
    else if (charge.pool) said.push('shares the free units of other operations');
    if (charge.when) said.push(`where ${whenWords(charge.when, this.names.driver)}`);
    if (charge.with) said.push(`for ${this.#with(charge.with)}`);
    if (charge.hours) {
      const { from, to, zone = 'UTC', days } = charge.hours;
      said.push(`from ${from} to ${to} ${zone}${days ? `, ${days.map((id) => weekdays[id]).join(' ')}` : ''}`);
    }
    if (charge.round) said.push(`the count is ${rounding[charge.round.how]}${charge.round.to ? ` to ${numberText(charge.round.to)}` : ''}`);
    if (charge.fee_each) said.push(`and ${money(charge.fee_each)} for each payment`);
    if (charge.least_each) said.push(`at least ${money(charge.least_each)} for each payment`);
    if (charge.most_each) said.push(`at most ${money(charge.most_each)} for each payment`);
    if (charge.discount) said.push(`${percentText(charge.discount)} off`);
    if (charge.least) said.push(`at least ${money(charge.least)} in all`);
    if (charge.most) said.push(`at most ${money(charge.most)} in all`);
    if (charge.prorate) said.push('due by the day');
    return said;
  }
}
