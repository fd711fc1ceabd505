// The page of one platform: its plans with charges and limits, what changed, and who says so.
import { ChargeWords } from './charges.mjs';
import { correctionUrl } from './correction.mjs';
import { framed, toSite } from './frame.mjs';
import { accessText, changesOf } from './history.mjs';
import { html, htmlTr } from './html.mjs';
import { inEnglish, joined, shown, tr, trCount } from './language.mjs';
import { LimitWords } from './limits.mjs';
import { calculatorFragment } from './link.mjs';
import { namesOf } from './names.mjs';
import { accessOn, plansOf } from './plans.mjs';
import { dateText, dayBefore, holds, validityText } from './times.mjs';

const mostOpen = 4; // prices of their own for some; more are folded

const dayRead = (iso) => html`<time datetime="${iso}">${dateText(iso)}</time>`;
const sentence = (text) => text && text[0].toUpperCase() + text.slice(1);
const byTime = (a, b) => ((a.from ?? '') === (b.from ?? '') ? 0 : (a.from ?? '') < (b.from ?? '') ? 1 : -1);

/** Rows of one figure stand together, the newest first. */
const inOrder = (rows) => [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((same) => same.toSorted(byTime));

export class PlatformPage {
  constructor(platform, { common, date, site, languages }) {
    this.platform = platform;
    this.date = date;
    this.site = site;
    this.languages = languages;
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
    return `${toSite()}#${calculatorFragment(this.platform, { date, plan: plan?.id, held })}`;
  }

  #source(id) {
    const source = this.platform.sources[id];
    return html`<a href="#source-${id}">${shown(source.title)}</a>, ${tr(source.confidence)}`;
  }

  #correct(plan, row, words) {
    const source = this.platform.sources[row.source];
    const address = ({ name, lines }) => correctionUrl(this.site.repository, {
      platform: this.platform.name, plan: plan.name, name, says: joined(lines), valid: validityText(row),
      place: [this.platform.id, plan.id, row.id ?? row.metric].join('/'),
      source: `${source.title}${source.url ? `, ${source.url}` : ''}, read ${source.read}, ${source.confidence}`,
    });
    const label = tr('Wrong? Correct it: {0}', `${shown(plan.name)}, ${words().name}`);
    return html`<a class="correct" href="${inEnglish(() => address(words()))}" aria-label="${label}">${tr('Wrong? Correct it')}</a>`;
  }

  #alternatives(row) {
    if (!row.alternatives) return '';
    const said = row.alternatives.map(({ value, source }) => html`<li>${htmlTr('Another source says {0} ({1}).', shown(value), this.#source(source))}</li>`);
    return html`<ul class="others">${said}<li>${tr('Taken here because: {0}', shown(row.choice))}</li></ul>`;
  }

  #others(others) {
    if (others.length === 0) return '';
    const list = html`<ul>${others.map(({ of, lines }) => html`<li>${tr('{0}: {1}', of, joined(lines))}</li>`)}</ul>`;
    return others.length <= mostOpen ? list : html`<details><summary>${trCount(others.length, '{0} price', '{0} prices')}</summary>${list}</details>`;
  }

  /** `words`: says what the row is and says, in the language that is spoken. */
  #figure(plan, row, words) {
    const { name, lines, others = [], conditions = [] } = words();
    const days = { from: row.from ?? plan.validity.from, to: row.to ?? plan.validity.to };
    const past = !holds(days, this.date);
    return html`<tr${past && html` class="past"`}><th scope="row">${sentence(name)}${
      conditions.length > 0 && html`<small>${sentence(joined(conditions))}.</small>`}</th>
<td>${lines.map((line) => html`<p>${line}</p>`)}${this.#others(others)}${row.note && html`<small>${shown(row.note)}</small>`}${this.#alternatives(row)}</td>
<td><p>${sentence(validityText(row))}</p><p>${this.#source(row.source)}</p>${this.#correct(plan, row, words)}</td></tr>
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
    const names = (same) => same.map(({ metric }) => this.names.metric(metric).name).join(', ');
    return [
      ...alike(plan.included).map((same) => this.#figure(plan, same[0], () => ({ name: names(same), lines: [tr('included')] }))),
      ...alike(plan.notOffered).map((same) => this.#figure(plan, same[0], () => ({ name: names(same), lines: [tr('not offered')] }))),
    ];
  }

  #plan(plan) {
    const { charge, limit } = this.#words(plan);
    const charges = inOrder(plan.charges).map((row) => this.#figure(plan, row, () => ({
      name: charge.name(row), lines: charge.price(row), others: charge.others(row), conditions: charge.conditions(row),
    })));
    const limits = inOrder(plan.limits).map((row) => this.#figure(plan, row, () => ({
      name: shown(row.name), lines: [`${limit.amount(row)} ${limit.terms(row)}`], conditions: limit.conditions(row),
    })));
    const name = shown(plan.name);
    const inForce = tr('In force, source');
    const facts = [validityText(plan.validity), accessText(plan, this.date), plan.yearly && tr('paid a year ahead')].filter(Boolean);
    return html`<section aria-labelledby="plan-${plan.id}">
<h3 id="plan-${plan.id}">${name}</h3>
<p>${sentence(joined(facts))}. <a href="${this.#link(plan)}">${tr('Compute with {0}', name)}</a></p>
${plan.note && html`<p>${shown(plan.note)}</p>
`}${plan.askUrl && html`<p><a href="${plan.askUrl}">${tr('Ask for a quote')}</a></p>
`}${charges.length === 0 && html`<p>${tr('No price is published for this plan.')}</p>
`}${this.#table(tr('Prices of {0}@@a plan', name), [tr('What'), tr('Price ({0})', plan.currency), inForce], charges)}${
  this.#table(tr('Limits of {0}', name), [tr('What'), tr('Limit'), inForce], limits)}${
  this.#table(tr('Included in {0}, or not offered', name), [tr('What'), tr('Offered'), inForce], this.#included(plan))}</section>
`;
  }

  #history() {
    const rows = changesOf(this.platform, this.plans, this.#words).map(({ date, about, text, source }) =>
      html`<tr><th scope="row">${about ? sentence(about) : html`<time datetime="${date}">${dateText(date)}</time>`}</th><td>${sentence(text)}</td><td>${
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
    const items = Object.entries(this.platform.sources).map(([id, { title, url, read, confidence }]) =>
      html`<li id="source-${id}">${
        htmlTr('{0}: read {1}, {2}', url ? html`<a href="${url}">${shown(title)}</a>` : shown(title), dayRead(read), tr(confidence))}</li>
`);
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
      at: this.file,
      languages: this.languages,
      title: tr('{0}: API prices, plans and limits', platform.name),
      description: tr('What the API of {0} costs: {1} with charges, limits, what changed and when, and the source of each figure. Read {2}.',
        platform.name, trCount(plans.length, '{0} plan', '{0} plans'), dateText(this.read)),
      crumbs: html`<a href="${toSite()}">Tollmeter</a> <a href="./">${tr('All platforms')}</a>`,
      main: html`<h1>${tr('{0}: API prices and limits', platform.name)}</h1>
<p class="lead">${platform.aliases?.length > 0 && `${tr('Also: {0}.', platform.aliases.join(', '))} `}${sentence(shown(platform.category))}. ${
  htmlTr('Newest reading: {0}.', dayRead(this.read))}</p>
<p><a class="button" href="${this.#link(open)}">${tr('Compute with {0}', platform.short_name)}</a></p>
<nav aria-label="${tr('On this page')}"><ul class="contents">${list}<li><a href="#history">${tr('What changed')}</a></li><li><a href="#sources">${tr('Sources')}</a></li></ul></nav>
${this.#group('plans', tr('Plans'), current)}${this.#group('to-come', tr('Announced plans'), toCome)}${this.#group('former', tr('Former plans'), former)}${
  this.#history()}${this.#sources()}`,
    });
  }
}
