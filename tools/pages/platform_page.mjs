// The page of one platform: its plans with charges and limits, what changed, and who says so.
import { ChargeWords } from './charges.mjs';
import { correctionUrl } from './correction.mjs';
import { framed } from './frame.mjs';
import { accessText, changesOf } from './history.mjs';
import { html } from './html.mjs';
import { english, inLanguage, inRow, marked, sentence, shown, tr, trCount, trHtml } from './language.mjs';
import { LimitWords } from './limits.mjs';
import { calculatorFragment } from './link.mjs';
import { namesOf } from './names.mjs';
import { toTop } from './places.mjs';
import { accessOn, plansOf } from './plans.mjs';
import { dateText, dayBefore, holds, validityText } from './times.mjs';

const timeOf = (date) => html`<time datetime="${date}">${dateText(date)}</time>`;

const mostOpen = 4; // prices of their own for some; more are folded

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
    return `${toTop()}#${calculatorFragment(this.platform, { date, plan: plan?.id, held })}`;
  }

  #source(id) {
    const source = this.platform.sources[id];
    return trHtml('{0}, {1}', html`<a href="#source-${id}">${shown(source.title)}</a>`, shown(source.confidence));
  }

  // In English, whatever the page speaks: it is said to the project.
  #correction(plan, row, say) {
    const source = this.platform.sources[row.source];
    const { name, lines } = say();
    return correctionUrl(this.site.repository, {
      platform: this.platform.name, plan: plan.name, name, says: lines.join('; '), valid: validityText(row),
      place: [this.platform.id, plan.id, row.id ?? row.metric].join('/'),
      source: `${source.title}${source.url ? `, ${source.url}` : ''}, read ${source.read}, ${source.confidence}`,
    });
  }

  #correct(plan, row, say) {
    const url = inLanguage(english, () => this.#correction(plan, row, say));
    const label = tr('Wrong? Correct it');
    return html`<a class="correct" href="${url}" aria-label="${tr('{0}: {1}, {2}', label, shown(plan.name), say().name)}">${label}</a>`;
  }

  #alternatives(row) {
    if (!row.alternatives) return '';
    const said = row.alternatives.map(({ value, source }) => html`<li>${trHtml('Another source says {0} ({1}).', shown(value), this.#source(source))}</li>`);
    return html`<ul class="others">${said}<li>${tr('Taken here because: {0}', shown(row.choice))}</li></ul>`;
  }

  #others(others) {
    if (others.length === 0) return '';
    const list = html`<ul>${others.map(({ of, lines }) => html`<li>${tr('{0}: {1}', of, inRow(lines))}</li>`)}</ul>`;
    return others.length <= mostOpen ? list : html`<details><summary>${trCount(others.length, '{0} price', '{0} prices', others.length)}</summary>${list}</details>`;
  }

  /** `say()`: {name, lines, others, conditions} in the language that is spoken. */
  #figure(plan, row, say) {
    const { name, lines, others = [], conditions = [] } = say();
    const days = { from: row.from ?? plan.validity.from, to: row.to ?? plan.validity.to };
    const past = !holds(days, this.date);
    return html`<tr${past && html` class="past"`}><th scope="row">${sentence(name)}${
      conditions.length > 0 && html`<small>${sentence(inRow(conditions))}.</small>`}</th>
<td>${lines.map((line) => html`<p>${line}</p>`)}${this.#others(others)}${row.note && html`<small>${shown(row.note)}</small>`}${this.#alternatives(row)}</td>
<td><p>${sentence(validityText(row))}</p><p>${this.#source(row.source)}</p>${this.#correct(plan, row, say)}</td></tr>
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
    const row = (says) => (same) => this.#figure(plan, same[0], () => ({
      name: same.map(({ metric }) => this.names.metric(metric).name).join(', '), lines: [tr(says)],
    }));
    return [...alike(plan.included).map(row(marked('included'))), ...alike(plan.notOffered).map(row(marked('not offered')))];
  }

  #plan(plan) {
    const { charge, limit } = this.#words(plan);
    const charges = inOrder(plan.charges).map((row) => this.#figure(plan, row, () => ({
      name: charge.name(row), lines: charge.price(row), others: charge.others(row), conditions: charge.conditions(row),
    })));
    const limits = inOrder(plan.limits).map((row) => this.#figure(plan, row, () => ({
      name: shown(row.name), lines: [limit.terms(row)], conditions: limit.conditions(row),
    })));
    const facts = [validityText(plan.validity), accessText(plan, this.date), plan.yearly && tr('paid a year ahead')].filter(Boolean);
    const name = shown(plan.name);
    const columns = (figure) => [tr('What@@is priced, limited or included'), figure, tr('In force, source')];
    return html`<section aria-labelledby="plan-${plan.id}">
<h3 id="plan-${plan.id}">${name}</h3>
<p>${sentence(inRow(facts))}. <a href="${this.#link(plan)}">${tr('Compute with {0}', name)}</a></p>
${plan.note && html`<p>${shown(plan.note)}</p>
`}${plan.askUrl && html`<p><a href="${plan.askUrl}">${tr('Ask for a quote')}</a></p>
`}${charges.length === 0 && html`<p>${tr('No price is published for this plan.')}</p>
`}${this.#table(tr('Prices of {0}@@a plan', name), columns(tr('Price ({0})', plan.currency)), charges)}${
  this.#table(tr('Limits of {0}@@a plan', name), columns(tr('Limit')), limits)}${
  this.#table(tr('Included in {0}, or not offered', name), columns(tr('Offered')), this.#included(plan))}</section>
`;
  }

  #history() {
    const rows = changesOf(this.platform, this.plans, this.#words).map(({ date, about, text, source }) =>
      html`<tr><th scope="row">${about ? sentence(shown(about)) : timeOf(date)}</th><td>${sentence(text)}</td><td>${
        source && this.#source(source)}</td></tr>
`);
    const empty = html`<p>${tr('No dated change is known.')}</p>
`;
    return html`<section aria-labelledby="history">
<h2 id="history">${tr('What changed')}</h2>
${rows.length > 0 ? this.#table(tr('Changes, the newest first'), [tr('When'), tr('What changed'), tr('Source')], rows) : empty}</section>
`;
  }

  #sources() {
    const items = Object.entries(this.platform.sources).map(([id, { title, url, read, confidence }]) => {
      const name = url ? html`<a href="${url}">${shown(title)}</a>` : shown(title);
      return html`<li id="source-${id}">${trHtml('{0}: read {1}, {2}', name, timeOf(read), shown(confidence))}</li>
`;
    });
    return html`<section aria-labelledby="sources">
<h2 id="sources">${tr('Sources')}</h2>
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
    const list = [...current, ...toCome, ...former].map(({ id, name }) => html`<li><a href="#plan-${id}">${shown(name)}</a></li>`);
    return framed({
      file: this.file,
      site: this.site,
      title: tr('{0}: API prices, plans and limits', platform.name),
      description: trCount(plans.length,
        'What the API of {0} costs: {1} plan with charges, limits, what changed and when, and the source of each figure. Read {2}.',
        'What the API of {0} costs: {1} plans with charges, limits, what changed and when, and the source of each figure. Read {2}.',
        platform.name, plans.length, dateText(this.read)),
      crumbs: html` <a href="./">${tr('All platforms')}</a>`,
      main: html`<h1>${tr('{0}: API prices and limits', platform.name)}</h1>
<p class="lead">${platform.aliases?.length > 0 && `${tr('Also: {0}.', platform.aliases.join(', '))} `}${sentence(shown(platform.category))}. ${
  trHtml('Newest reading: {0}.', timeOf(this.read))}</p>
<p><a class="button" href="${this.#link(open)}">${tr('Compute with {0}', platform.short_name)}</a></p>
<nav aria-label="${tr('On this page')}"><ul class="contents">${list}<li><a href="#history">${tr('What changed')}</a></li><li><a href="#sources">${
  tr('Sources')}</a></li></ul></nav>
${this.#group('plans', tr('Plans'), current)}${this.#group('to-come', tr('Announced plans'), toCome)}${this.#group('former', tr('Former plans'), former)}${
  this.#history()}${this.#sources()}`,
    });
  }
}
