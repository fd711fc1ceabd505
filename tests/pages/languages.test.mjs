// The pages of the platforms in every language: all of their words are said in it, their figures are those of the English ones, and
// each page leads to itself in the others.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { sitemap } from '../../tools/pages/index_page.mjs';
import { english, joined, languagesOf, speak, trCount } from '../../tools/pages/language.mjs';
import { pagesOf, textsOf } from '../../tools/pages.mjs';

const root = join(import.meta.dirname, '../..');
const french = (await languagesOf(root)).find(({ language }) => language === 'fr');
const languages = [english, ...(await languagesOf(root))];
const { pages } = await pagesOf(root, languages);
after(() => speak(english));

function said(language) {
  speak(language);
  return textsOf(pages, languages);
}

const plain = (html) => html.replace(/<head>.*?<\/head>/s, '').replace(/<[^>]*>/g, '\n')
  .replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" })[name]);

test('there is one of each in every language', () => {
  assert.deepEqual(languages.map(({ language }) => language),
    ['en', ...readdirSync(join(root, 'assets/languages')).map((name) => name.replace('.json', ''))]);
  for (const language of languages) assert.equal(said(language).size, pages.length + 1);
});

// Each text stands between marks that no text has, so what is outside of all of them is English that was forgotten.
test('no word is English in another language', () => {
  const mark = (key) => key.replace(/@@.*$/, '').split('|').map((form) => `⟦${form}⟧`).join('|');
  const texts = Object.fromEntries(Object.keys(french.texts).map((key) => [key, mark(key)]));
  const marking = { ...french, money: '{0}{1}', texts };
  // A model, or another product, is called the same everywhere.
  const apart = (plans) => plans.filter(({ apart: is }) => is).map(({ name }) => name);
  const names = new Set(pages.flatMap(({ platform }) => [platform.name, ...(platform.aliases ?? []), ...apart(platform.plans)]));
  const forgotten = new Set();
  for (const [file, page] of said(marking)) {
    let depth = 0;
    const outside = [...plain(page)].filter((sign) => {
      if (sign === '⟦') depth += 1;
      if (sign === '⟧') depth -= 1;
      return depth === 0 && sign !== '⟧';
    }).join('');
    for (const line of outside.split('\n')) {
      // Addresses, zones, currencies and functions are no words of a language.
      const words = line.replace(/https?:\S+|[A-Z]\w+\/[A-Z]\w+|\b[A-Z]{2,}\b|\blog2\b/g, '');
      if (/[A-Za-z]{3}/.test(words) && !names.has(line.trim())) forgotten.add(`${file}: ${line}`);
    }
  }
  assert.deepEqual([...forgotten].filter((line) => !/: *(English|Français|Tollmeter)$/.test(line)), []);
});

// Digits with their marks, as plain decimal numbers: whoever translated, the figures are the same.
const numbers = (text, group, decimal) =>
  (text.match(/\d[\d.,\u202f]*/g) ?? [])
    .map((found) => found.replace(/[.,\u202f]+$/, '').replaceAll(group, '').replace(decimal, '.'))
    .toSorted();

test('the figures in French are those in English', () => {
  // What a price or a limit says: the second cell of each row, but for the remarks of the catalogue.
  const cells = (page) => [...page.matchAll(/<td><p>(.*?)<\/td>/gs)].map(([, cell]) => plain(cell.replace(/<small>.*?<\/small>|<ul class="others">.*?<\/ul>/gs, '')));
  const inEnglish = said(english), inFrench = said(french);
  let compared = 0;
  for (const [file, page] of inEnglish) {
    const ours = cells(page), theirs = cells(inFrench.get(file));
    assert.equal(ours.length, theirs.length, file);
    ours.forEach((cell, i) => assert.deepEqual(numbers(theirs[i], '\u202f', ','), numbers(cell, ',', '.'), `${file}: ${cell} / ${theirs[i]}`));
    compared += ours.length;
  }
  assert.ok(compared > 4000, `only ${compared} cells were compared`);
});

test('counts take the form of the language', () => {
  speak(french);
  assert.deepEqual([0, 1, 2].map((count) => trCount(count, '{0} plan', '{0} plans')), ['0 offre', '1 offre', '2 offres']);
  assert.equal(joined(['a', 'b', 'c']), 'a\u202f; b\u202f; c');
  speak(english);
  assert.deepEqual([0, 1, 2].map((count) => trCount(count, '{0} plan', '{0} plans')), ['0 plans', '1 plan', '2 plans']);
  assert.equal(joined(['a', 'b', 'c']), 'a; b; c');
  assert.equal(joined([]), '');
});

test('each page leads to itself in the other languages, and to the calculator', () => {
  const home = new URL('https://tollmeter.example/x/');
  const addresses = new Set(sitemap(pages, languages, home).match(/(?<=<loc>).*?(?=<\/loc>)/g));
  const all = new Map(languages.map((language) => [language.language, said(language)]));
  const of = (id, file) => new URL(`platforms/${id === 'en' ? '' : `${id}/`}${file === 'index.html' ? '' : file}`, home).href;
  for (const [id, texts] of all) {
    for (const [file, page] of texts) {
      const here = of(id, file);
      assert.ok(addresses.has(here), here);
      assert.match(page, new RegExp(`<html lang="${id}">`));
      const alternates = Object.fromEntries(
        [...page.matchAll(/<link rel="alternate" hreflang="([\w-]+)" href="([^"]+)">/g)].map(([, language, href]) => [language, new URL(href, here).href]));
      const expected = Object.fromEntries([...all.keys()].map((other) => [other, of(other, file)]));
      assert.deepEqual(alternates, { ...expected, 'x-default': of('en', file) });
      const seen = [...page.matchAll(/<a href="([^"]+)" hreflang="(\w+)" lang="\2">/g)].map(([, href, other]) => [other, new URL(href, here).href]);
      assert.deepEqual(seen, Object.entries(expected).filter(([other]) => other !== id));
      assert.equal(new URL(/<link rel="stylesheet" href="([^"]+)">/.exec(page)[1], here).href, `${home}platforms/style.css`);
      assert.ok([...page.matchAll(/href="([^"#:]*)#1;/g)].every(([, href]) => new URL(href, here).href === home.href));
    }
  }
  assert.equal(addresses.size, 1 + languages.length * (pages.length + 1));
});
