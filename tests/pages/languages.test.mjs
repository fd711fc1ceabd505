// The pages of the platforms in other languages: in one that marks what is translated, whatever stands outside the marks is English that
// was forgotten; and in French the figures, days and addresses are those of the English page, read back from its own marks.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { pagesOf } from '../../tools/pages.mjs';
import { feeText, numberText, percentText, priceText } from '../../tools/pages/figures.mjs';
import { indexPage, sitemap } from '../../tools/pages/index_page.mjs';
import { english, inLanguage, spoken, tr, trCount } from '../../tools/pages/language.mjs';
import { validityText } from '../../tools/pages/times.mjs';

const root = join(import.meta.dirname, '../..');
const { site, pages } = await pagesOf(root);
const french = site.languages.find(({ language }) => language === 'fr');
const inFrench = (say) => inLanguage(french, say);
const inWhole = (language) =>
  inLanguage(language, () => new Map([['index.html', indexPage(pages, site)], ...pages.map((page) => [page.file, page.html()])]));

// "{0} of {1}" is "⟦⟧{0}⟦ of ⟧{1}⟦⟧": what is put in must be marked itself.
const marks = (key) => key.replace(/@@.*$/, '').split('|').map((form) => `⟦${form.replace(/\{\d\}/g, '⟧$&⟦')}⟧`).join('|');
const marking = {
  ...french, language: 'xx', name: 'Marking', money: '{0}{1}', plural: 'one',
  texts: Object.fromEntries(Object.keys(french.texts).map((key) => [key, marks(key)])),
};

const entities = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const unescaped = (text) => text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => entities[name]);
const withoutOthers = (page) => page.replace(/<a class="other".*?<\/a>/g, ''); // each in its own language
/** What a person sees or hears of a page: its text, its title and description, and names for the ear. */
function saidOn(page) {
  const heard = [...page.matchAll(/ (?:aria-label|name="description" content)="([^"]*)"/g)].map(([, text]) => text);
  return [...heard, ...withoutOthers(page).split(/<[^>]*>/)].map(unescaped).filter((text) => text.trim() !== '');
}

/** Names are the same in every language. */
function names() {
  const all = new Set(['Tollmeter', 'UTC', 'log2(']);
  const add = (of) => {
    if (Array.isArray(of)) return of.forEach(add);
    if (of === null || typeof of !== 'object') return;
    if (of.apart) all.add(of.name).add(of.name[0].toLowerCase() + of.name.slice(1)); // a model, or another product
    if (of.zone) all.add(of.zone);
    Object.values(of).forEach(add);
  };
  for (const { platform } of pages) {
    [platform.name, platform.short_name, ...(platform.aliases ?? [])].forEach((name) => all.add(name));
    add(platform);
  }
  return [...all].toSorted((a, b) => b.length - a.length); // so that no part of a name is left
}

test('nothing on any page is English that was forgotten', () => {
  const known = names();
  const found = new Set();
  for (const [file, page] of inWhole(marking)) {
    for (const text of saidOn(page)) {
      const outside = known.reduce((rest, name) => rest.replaceAll(name, ' '), text.replace(/⟦[^⟦⟧]*⟧/g, ' '));
      if (/[a-z]{3}|[A-Za-z]{2}[a-z]/.test(outside)) found.add(`${file}: ${text}`);
    }
  }
  assert.deepEqual([...found].slice(0, 20), []);
});

const englishPages = inWhole(english);
const frenchPages = inWhole(french);
const each = (act) => englishPages.forEach((page, file) => act(file, page, frenchPages.get(file)));

// Where a page leads to, seen from the top of the site: "../#1;…" and "../../#1;…" are the same.
const fromTop = (href, folder) => (/^(https?:|#)/.test(href) ? href : new URL(href, `site:/${folder}`).href.replace('/platforms/fr/', '/platforms/'));
const linksOf = (page, folder) =>
  [...withoutOthers(page).matchAll(/<(?:a|link)[^>]* href="([^"]*)"/g)].map(([, href]) => fromTop(href, folder));

test('a page is in French what it is in English: the same parts, which lead to the same places', () => {
  const parts = (page) => page.match(/<\/?[a-z0-9]+|(?<= )(?:id|class|datetime)="[^"]*"/g);
  each((file, page, translated) => {
    if (file !== 'index.html') assert.deepEqual(parts(translated), parts(page), file); // the list is sorted by its words
    const order = (links) => (file === 'index.html' ? links.toSorted() : links);
    assert.deepEqual(order(linksOf(translated, 'platforms/fr/')), order(linksOf(page, 'platforms/')), file);
  });
});

// Prices, tiers and limits: all numbers of the cells, as plain decimals.
function numbersOf(page, { group, decimal }) {
  const cells = [...page.matchAll(/<td>((?:<p>[^<]*<\/p>)+)(?:<details><summary>[^<]*<\/summary>)?(<ul>(?:<li>[^<]*<\/li>)*<\/ul>)?/g)];
  const number = new RegExp(`\\d{1,3}(?:\\${group}\\d{3})+(?:\\${decimal}\\d+)?|\\d+(?:\\${decimal}\\d+)?`, 'g');
  return cells.map(([, figures, others = '']) =>
    (figures + others).match(number)?.map((text) => text.replaceAll(group, '').replace(decimal, '.')).toSorted().join(' '));
}

test('the figures are the same, in the marks of each language', () => {
  let compared = 0;
  each((file, page, translated) => {
    const figures = numbersOf(page, english);
    assert.deepEqual(numbersOf(translated, french), figures, file);
    compared += figures.length;
  });
  assert.ok(compared > 2000, `only ${compared} cells were compared`);
});

test('money is written as French writes it', () => {
  const written = (number, currency) => {
    const style = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' };
    const least = new Intl.NumberFormat('fr', style).resolvedOptions().minimumFractionDigits;
    const decimals = Math.max(least, number.split('.')[1]?.length ?? 0);
    const parts = new Intl.NumberFormat('fr', { ...style, minimumFractionDigits: decimals, maximumFractionDigits: decimals }).formatToParts(number);
    const sign = (value) => (/^[$€£₹¥]$/.test(value) ? value : currency);
    return parts.map(({ type, value }) => (type === 'currency' ? sign(value) : value.replaceAll('\u00a0', '\u202f'))).join('');
  };
  const charges = pages.flatMap(({ plans }) => plans.flatMap(({ currency, charges: rows }) => rows.map((row) => ({ ...row, currency }))));
  const prices = charges.flatMap(({ currency, in: own, model, price, tiers = [], cells = [] }) =>
    (own || model === 'percentage' ? [] : [price, ...[...tiers, ...cells].map((row) => row.price)].map((text) => ({ text, currency }))));
  const exact = prices.filter(({ text }) => /^\d+(\.\d*[1-9])?$/.test(text ?? ''));
  assert.ok(exact.length > 1000, `${exact.length}`);
  for (const { text, currency } of exact) assert.equal(inFrench(() => priceText(text, currency)), written(text, currency));
  assert.deepEqual(inFrench(() => ['unknown', '0', 'about 0.05'].map((text) => priceText(text, 'USD'))), ['non publié', '0,00\u202f$', 'environ 0,05\u202f$']);
  assert.equal(inFrench(() => feeText('about 42000', 'USD')), 'environ 42\u202f000\u202f$');
  assert.equal(inFrench(() => priceText('1', 'KWD')), '1,000\u202fKWD');
  assert.equal(inFrench(() => percentText('0.0025')), '0,25\u202f%');
  assert.equal(inFrench(() => numberText('2048.50')), '2\u202f048,5');
});

test('days are written as French writes them', () => {
  const written = new Intl.DateTimeFormat('fr', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  let compared = 0;
  for (const [file, page] of frenchPages) {
    for (const [, iso, text] of page.matchAll(/<time datetime="([^"]*)">([^<]*)</g)) {
      assert.equal(text, written.format(new Date(`${iso}T00:00:00Z`)).replace(/^1 /, '1er '), file);
      compared += 1;
    }
  }
  assert.ok(compared > 500, `${compared}`);
  const validity = (row) => inFrench(() => validityText(row));
  assert.equal(validity({ from: '2023-03-01', to: '2024-03-01' }), '1er mars 2023 – 29 févr. 2024');
  assert.equal(validity({}), 'début inconnu');
  assert.match(validity({ from: '2023-03-29', to: '2024-10-30', to_about: 'late October 2024' }), /^29 mars 2023 – .*octobre 2024/);
});

test('French signs stand apart by a narrow space, and apostrophes are bent', () => {
  const wrong = new Set();
  for (const [file, page] of frenchPages) {
    for (const text of saidOn(page)) {
      const odd = /(?<![\u202f])[:;?!»](?= |$)|«(?!\u202f)|\p{L}'\p{L}/u.exec(text);
      if (odd) wrong.add(`${file}: "${odd[0]}" in ${text}`);
    }
  }
  assert.deepEqual([...wrong].slice(0, 20), []);
});

test('each page names itself in every language, and so does the sitemap', () => {
  const addresses = new Set([...sitemap(pages, site).matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => address));
  const named = new Set([site.home]);
  each((file, page, translated) => {
    const links = (text) => [...text.matchAll(/<link rel="alternate" hreflang="([^"]*)" href="([^"]*)">/g)].map(([, language, address]) => [language, address]);
    const name = file === 'index.html' ? '' : file;
    const [here, there] = [`${site.home}platforms/${name}`, `${site.home}platforms/fr/${name}`];
    const whole = [['en', here], ...site.languages.slice(1).map(({ language }) => [language, `${site.home}platforms/${language}/${name}`]), ['x-default', here]];
    assert.deepEqual(links(page), whole, file);
    assert.deepEqual(links(translated), whole, file);
    assert.ok(whole.some(([language, address]) => language === 'fr' && address === there));
    whole.forEach(([, address]) => named.add(address));
  });
  assert.deepEqual([...addresses].toSorted(), [...named].toSorted());
});

test('a count takes the form that the language has for it', () => {
  const families = { none: 'ja', one: 'de', up_to_one: 'fr', east_slavic: 'ru', polish: 'pl', czech: 'cs' };
  const form = { none: { other: 'a' }, one: { one: 'a', other: 'b' }, up_to_one: { one: 'a', many: 'b', other: 'b' },
    east_slavic: { one: 'a', few: 'b', many: 'c' }, polish: { one: 'a', few: 'b', many: 'c' }, czech: { one: 'a', few: 'b', other: 'c' } };
  for (const [plural, id] of Object.entries(families)) {
    const rules = new Intl.PluralRules(id);
    const language = { ...english, language: id, plural, texts: { '{0} plan|{0} plans': 'a|b|c' } };
    for (let n = 0; n < 300; n += 1) {
      assert.equal(inLanguage(language, () => trCount(n, '{0} plan', '{0} plans', n)), form[plural][rules.select(n)], `${id} ${n}`);
    }
  }
  assert.equal(trCount(1, '{0} plan', '{0} plans', 1), '1 plan');
  assert.equal(trCount(0, '{0} plan', '{0} plans', 0), '0 plans');
});

test('a language is spoken only as long as it is asked for', () => {
  assert.throws(() => inFrench(() => { throw new Error(spoken().language); }), /fr/);
  assert.equal(spoken(), english);
  assert.equal(tr('1@@day of a month'), '1');
});
