// The report that is printed: made of the same data as the JSON export (docs/export.md), while the browser prints.
import { marked, tr } from '../language.mjs';
import { exported, json, pictures } from './exported.mjs';
import { picturesOf } from './pictures.mjs';
import { style } from './style.mjs';

const size = { width: 960, height: 560, density: 2 };

function make(tag, content, className) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...[content].flat().filter((part) => part !== undefined && part !== ''));
  return element;
}

// columns: [heading, text of a row, whether it is a number]
function table(columns, rows) {
  const cells = (tag, texts) => texts.map((text, i) => make(tag, text ?? '', columns[i][2] ? 'number' : ''));
  const head = make('thead', make('tr', cells('th', columns.map(([heading]) => heading && tr(heading)))));
  for (const cell of head.querySelectorAll('th')) cell.scope = 'col';
  return make('table', [head, make('tbody', rows.map((row) => make('tr', cells('td', columns.map(([, text]) => text(row))))))]);
}

const section = (title, ...content) => make('section', [make('h2', tr(title)), ...content]);
const cite = ({ source }) => (source === undefined ? '' : `[${source + 1}]`);
const joined = (...parts) => parts.filter(Boolean).join(', ');
const breaches = (n) => (n === 0 ? tr('nothing breaks') : n === 1 ? tr('1 breach') : tr('{0} breaches', n));
// The values of a sentence, of which one is strong.
const withStrong = (sentence, strong) => {
  const at = sentence.indexOf(strong);
  return [sentence.slice(0, at), make('strong', strong), sentence.slice(at + strong.length)];
};

function head(report) {
  const lines = [make('h1', report.title ?? tr('What the API use costs'))];
  lines.push(make('p', tr('Prices of {0}. Billing cycle {1}.', report.prices_of_text, report.cycle.text), 'dim'));
  lines.push(make('p', withStrong(tr('{0} a month before tax, {1}.', report.totals_text, breaches(report.breaches)), report.totals_text), 'total'));
  if (report.converted) lines.push(make('p', tr('Together {0} at the rates below.', report.converted.text)));
  if (report.totals_serving_text) {
    const words = report.serves_all ? marked('To serve it all, on the cheapest plans that fit: {0}.') : marked('On the plans that refuse the least: {0}.');
    lines.push(make('p', withStrong(tr(words, report.totals_serving_text), report.totals_serving_text)));
  }
  if (report.budget) lines.push(make('p', `${report.budget}.`));
  for (const problem of report.problems) lines.push(make('p', problem));
  return make('header', lines);
}

function inputs(report) {
  const range = ({ low, high }) => low && tr('between {0} and {1}', low, high);
  return section(marked('What is used'), table([
    [marked('Platform'), ({ platform }) => platform],
    [marked('Input'), ({ name }) => name],
    [marked('Value'), ({ text }) => text, true],
    ['', (input) => joined(input.assumed && tr('assumed'), range(input))],
  ], report.inputs));
}

function limits(report) {
  const rows = report.platforms.flatMap((platform) => [
    ...platform.not_offered.map((name) => ({ platform: platform.name, name, verdict: tr('breaks: not offered'), cap: '' })),
    ...platform.limits.map((limit) => ({
      ...limit,
      platform: platform.name,
      cap: limit.cap_text ? joined(`${limit.cap_text} ${limit.window}`, limit.scope, limit.reset) : '',
      refused: limit.state === 'breached' && limit.refused !== '0' ? (limit.refused_about ? tr('about {0}', limit.refused_text) : limit.refused_text) : '',
    })),
  ]);
  if (rows.length === 0) return section(marked('Limits'), make('p', tr('No limit is touched.')));
  const verdict = ({ verdict: said, state }) => make(state === 'holds' || state === 'not published' ? 'span' : 'strong', said);
  return section(marked('Limits'), table([
    [marked('Platform'), ({ platform }) => platform],
    [marked('Limit'), ({ name }) => name],
    [marked('Cap'), ({ cap }) => cap],
    [marked('Busiest window'), ({ busiest_text: busiest }) => busiest, true],
    [marked('Verdict'), verdict],
    [marked('From'), ({ breaks_text: from }) => from],
    [marked('Refused'), ({ refused }) => refused, true],
    [marked('Source'), cite],
  ], rows));
}

// One table, so that amounts stand below each other; a part of it for each platform.
function bill(report) {
  const columns = [
    [marked('Line'), ({ name, arithmetic }) => [name, ...arithmetic.map((step) => make('div', step, 'step'))]],
    [marked('Asked'), ({ asked_text: asked }) => asked, true],
    [marked('Served'), ({ served_text: served }) => served, true],
    [marked('Amount'), ({ text }) => text, true],
    [marked('Note'), ({ note }) => note],
    [marked('Source'), cite],
  ];
  const lines = table(columns, []);
  for (const platform of report.platforms) {
    const name = make('th', [make('span', joined(platform.name, platform.plan?.name), 'name'), make('div', platform.plan_state, 'step')]);
    Object.assign(name, { colSpan: 3, scope: 'rowgroup' });
    const subtotal = make('th', platform.subtotal.text, 'number');
    const heading = make('tr', [name, subtotal, make('td', ''), make('td', '')], 'platform');
    const part = table(columns, platform.lines).tBodies[0];
    part.prepend(heading);
    lines.append(part);
  }
  lines.tBodies[0].remove();
  const total = make('p', withStrong(tr('Total before tax {0}', report.totals_text), report.totals_text), 'total');
  return section(marked('The bill'), report.platforms.length ? lines : '', total);
}

function charts(page) {
  const figure = ({ canvas, text }) => {
    canvas.setAttribute('role', 'img');
    canvas.setAttribute('aria-label', text);
    return make('figure', canvas);
  };
  const found = picturesOf(page, Array.from({ length: pictures }, (_, i) => i), size);
  return found.length ? section(marked('Charts'), ...found.map(figure)) : '';
}

function sources(report) {
  const line = ({ platform, title, confidence, read, address }) => {
    const item = make('li', joined(tr('{0}: {1}', platform, title), confidence, tr('read {0}', read)));
    if (address) item.append(make('div', address, 'address'));
    return item;
  };
  return section(marked('Sources'), make('ol', report.sources.map(line)));
}

function reportOf(page) {
  const report = JSON.parse(exported(page.program, json).text);
  const link = make('a', report.link, 'address');
  link.href = report.link;
  const parts = [head(report), inputs(report), limits(report), bill(report), charts(page)];
  parts.push(section(marked('What it rests on'), make('ul', report.assumptions.map((text) => make('li', text)))), sources(report));
  parts.push(section(marked('This calculation'), make('p', link)));
  const article = make('article', parts);
  article.id = 'paper';
  return article;
}

export function listenToPrint(page) {
  let article;
  const begin = () => {
    if (!article && !page.program.ended) document.body.append((article = reportOf(page)));
  };
  const end = () => {
    article?.remove();
    article = undefined;
  };
  addEventListener('beforeprint', begin);
  addEventListener('afterprint', end);
  // Where paper is only looked at, as in the developer tools.
  const print = matchMedia('print');
  print.addEventListener('change', () => (print.matches ? begin() : end()));
  if (print.matches) begin();
  return style('later/paper.css');
}
