// The page of one platform: its plans with charges and limits, what changed, and who says so.
import { ChargeWords } from './charges.mjs';
import { correctionUrl } from './correction.mjs';
import { framed } from './frame.mjs';
import { accessText, changesOf } from './history.mjs';
import { html } from './html.mjs';
import { LimitWords } from './limits.mjs';
import { calculatorFragment } from './link.mjs';
import { namesOf } from './names.mjs';
import { accessOn, plansOf } from './plans.mjs';
import { dateText, dayBefore, holds, validityText } from './times.mjs';

const mostOpen = 4; // prices of their own for some; more are folded

const sentence = (text) => text && text[0].toUpperCase() + text.slice(1);
const byTime = (a, b) => ((a.from ?? '') === (b.from ?? '') ? 0 : (a.from ?? '') < (b.from ?? '') ? 1 : -1);

/** Rows of one figure stand together, the newest first. */
const inOrder = (rows) => [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((same) => same.toSorted(byTime));

export class PlatformPage {
  constructor(platform, { common, date, site }) {
    this.platform = platform;
    this.date = date;
    this.site = site;
    this.names = namesOf(platform, common);
    this.plans = plansOf(platform);
    this.read = Object.values(platform.sources).map((source) => source.read).toSorted().at(-1);
  }

  get file() {
    return `${this.platform.id}.html`;
  }

  #words = (plan) => ({ charge: new ChargeWords(this.names, plan), limit: new LimitWords(this.names, plan) });

  #link(plan) {
    const { from, to } = plan?.validity ?? {};
    const date = !plan || holds({ from, to }, this.date) ? this.date : to && to <= this.date ? dayBefore(to) : from;
    const held = plan && ['closed', 'invitation', 'contract'].includes(accessOn(plan, date));
    return `../#${calculatorFragment(this.platform, { date, plan: plan?.id, held })}`;
  }

  #source(id) {
    const source = this.platform.sources[id];
    return html`<a href="#source-${id}">${source.title}</a>, ${source.confidence}`;
  }

  #correct(plan, row, name, says) {
    const source = this.platform.sources[row.source];
    const url = correctionUrl(this.site.repository, {
      platform: this.platform.name, plan: plan.name, name, says, valid: validityText(row),
      place: [this.platform.id, plan.id, row.id ?? row.metric].join('/'),
      source: `${source.title}${source.url ? `, ${source.url}` : ''}, read ${source.read}, ${source.confidence}`,
    });
    return html`<a class="correct" href="${url}" aria-label="Wrong? Correct it: ${plan.name}, ${name}">Wrong? Correct it</a>`;
  }

  #alternatives(row) {
    if (!row.alternatives) return '';
    const said = row.alternatives.map(({ value, source }) => html`<li>Another source says ${value} (${this.#source(source)}).</li>`);
    return html`<ul class="others">${said}<li>Taken here because: ${row.choice}</li></ul>`;
  }

  #others(others) {
    if (others.length === 0) return '';
    const list = html`<ul>${others.map(({ of, lines }) => html`<li>${of}: ${lines.join('; ')}</li>`)}</ul>`;
    return others.length <= mostOpen ? list : html`<details><summary>${others.length} prices</summary>${list}</details>`;
  }

  #figure(plan, row, { name, lines, others = [], conditions }) {
    const days = { from: row.from ?? plan.validity.from, to: row.to ?? plan.validity.to };
    const past = !holds(days, this.date);
    return html`<tr${past && html` class="past"`}><th scope="row">${sentence(name)}${
      conditions.length > 0 && html`<small>${sentence(conditions.join('; '))}.</small>`}</th>
<td>${lines.map((line) => html`<p>${line}</p>`)}${this.#others(others)}${row.note && html`<small>${row.note}</small>`}${this.#alternatives(row)}</td>
<td><p>${sentence(validityText(row))}</p><p>${this.#source(row.source)}</p>${this.#correct(plan, row, name, lines.join('; '))}</td></tr>
`;
  }

  #table(caption, columns, rows) {
    if (rows.length === 0) return '';
    return html`<table><caption>${caption}</caption>
<thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>
${rows}</tbody></table>
`;
  }

  // What is said alike of several operations stands once.
  #included(plan) {
    const alike = (rows) => [...Map.groupBy(rows, ({ metric, ...rest }) => JSON.stringify(rest)).values()];
    const row = (says) => (same) => {
      const name = same.map(({ metric }) => this.names.metric(metric).name).join(', ');
      return this.#figure(plan, same[0], { name, lines: [says], conditions: [] });
    };
    return [...alike(plan.included).map(row('included')), ...alike(plan.notOffered).map(row('not offered'))];
  }

  #plan(plan) {
    const { charge, limit } = this.#words(plan);
    const charges = inOrder(plan.charges).map((row) => this.#figure(plan, row, {
      name: charge.name(row), lines: charge.price(row), others: charge.others(row), conditions: charge.conditions(row),
    }));
    const limits = inOrder(plan.limits).map((row) => this.#figure(plan, row, {
      name: row.name, lines: [`${limit.amount(row)} ${limit.terms(row)}`], conditions: limit.conditions(row),
    }));
    const facts = [validityText(plan.validity), accessText(plan, this.date), plan.yearly && 'paid a year ahead'].filter(Boolean);
    return html`<section aria-labelledby="plan-${plan.id}">
<h3 id="plan-${plan.id}">${plan.name}</h3>
<p>${sentence(facts.join('; '))}. <a href="${this.#link(plan)}">Compute with ${plan.name}</a></p>
${plan.note && html`<p>${plan.note}</p>
`}${plan.askUrl && html`<p><a href="${plan.askUrl}">Ask for a quote</a></p>
`}${charges.length === 0 && html`<p>No price is published for this plan.</p>
`}${this.#table(`Prices of ${plan.name}`, ['What', `Price (${plan.currency})`, 'In force, source'], charges)}${
  this.#table(`Limits of ${plan.name}`, ['What', 'Limit', 'In force, source'], limits)}${
  this.#table(`Included in ${plan.name}, or not offered`, ['What', 'Offered', 'In force, source'], this.#included(plan))}</section>
`;
  }

  #history() {
    const rows = changesOf(this.platform, this.plans, this.#words).map(({ date, about, text, source }) =>
      html`<tr><th scope="row">${about ? sentence(about) : html`<time datetime="${date}">${dateText(date)}</time>`}</th><td>${sentence(text)}</td><td>${
        source && this.#source(source)}</td></tr>
`);
    const empty = html`<p>No dated change is known.</p>
`;
    return html`<section aria-labelledby="history">
<h2 id="history">What changed</h2>
${rows.length > 0 ? this.#table('Changes, the newest first', ['When', 'What changed', 'Source'], rows) : empty}</section>
`;
  }

  #sources() {
    const items = Object.entries(this.platform.sources).map(([id, { title, url, read, confidence }]) =>
      html`<li id="source-${id}">${url ? html`<a href="${url}">${title}</a>` : title}: read <time datetime="${read}">${dateText(read)}</time>, ${confidence}</li>
`);
    return html`<section aria-labelledby="sources">
<h2 id="sources">Sources</h2>
<ul>
${items}</ul>
</section>
`;
  }

  #group(id, title, plans) {
    if (plans.length === 0) return '';
    return html`<h2 id="${id}">${title}</h2>
${plans.map((plan) => this.#plan(plan))}`;
  }

  html() {
    const { platform, plans } = this;
    const current = plans.filter(({ validity }) => holds(validity, this.date));
    const toCome = plans.filter(({ validity }) => validity.from && validity.from > this.date);
    const former = plans.filter((plan) => !current.includes(plan) && !toCome.includes(plan));
    const open = current.find(({ id }) => id === platform.default_plan);
    const list = [...current, ...toCome, ...former].map(({ id, name }) => html`<li><a href="#plan-${id}">${name}</a></li>`);
    return framed({
      at: this.file,
      title: `${platform.name}: API prices, plans and limits`,
      description: `What the API of ${platform.name} costs: ${plans.length} ${plans.length === 1 ? 'plan' : 'plans'} with charges, limits, what changed and when, and the source of each figure. Read ${dateText(this.read)}.`,
      crumbs: html`<a href="../">Tollmeter</a> <a href="./">All platforms</a>`,
      main: html`<h1>${platform.name}: API prices and limits</h1>
<p class="lead">${platform.aliases?.length > 0 && html`Also: ${platform.aliases.join(', ')}. `}${sentence(platform.category)}. Newest reading: <time datetime="${this.read}">${
  dateText(this.read)}</time>.</p>
<p><a class="button" href="${this.#link(open)}">Compute with ${platform.short_name}</a></p>
<nav aria-label="On this page"><ul class="contents">${list}<li><a href="#history">What changed</a></li><li><a href="#sources">Sources</a></li></ul></nav>
${this.#group('plans', 'Plans', current)}${this.#group('to-come', 'Announced plans', toCome)}${this.#group('former', 'Former plans', former)}${
  this.#history()}${this.#sources()}`,
    });
  }
}
