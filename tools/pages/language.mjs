// The language that the pages speak. As in src/core/language.h the English is the key of its translation, {0} to {9} stand for the values.
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { filled } from '../../web/filled.mjs';
import { html } from './html.mjs';

export const english = { language: 'en', name: 'English', decimal: '.', group: ',', plural: 'one', texts: {} };
let language = english;

export const spoken = () => language;

/** What `say` gives in a language; afterwards it is as before. */
export function inLanguage(of, say) {
  const before = language;
  language = of;
  try {
    return say();
  } finally {
    language = before;
  }
}

/** All that the pages are written in, English first. */
export async function languagesOf(root) {
  const folder = join(root, 'assets/languages');
  const names = (await readdir(folder)).toSorted();
  return [english, ...(await Promise.all(names.map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8')))))];
}

const translated = (text) => (Object.hasOwn(language.texts, text) ? language.texts[text] : undefined);

export const tr = (text, ...values) => filled(translated(text) ?? text, values);

/** The same with HTML for the values. */
export function trHtml(text, ...values) {
  const pieces = tr(text, ...values.map((_, i) => `\0${i}`)).split(/\0(\d)/);
  return html`${pieces.map((piece, i) => (i % 2 ? values[piece] : piece))}`;
}

// The families of src/core/language.h, of whole numbers from zero on: which form a noun takes.
const few = (n) => n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14);
const forms = {
  none: () => 0,
  one: (n) => (n === 1 ? 0 : 1),
  up_to_one: (n) => (n <= 1 ? 0 : 1),
  east_slavic: (n) => (n % 10 === 1 && n % 100 !== 11 ? 0 : few(n) ? 1 : 2),
  polish: (n) => (n === 1 ? 0 : few(n) ? 1 : 2),
  czech: (n) => (n === 1 ? 0 : n >= 2 && n <= 4 ? 1 : 2),
};

/** By a count: the key is both English forms with a | between, the text has as many as the language's rule. */
export function trCount(n, one, many, ...values) {
  const of = translated(`${one}|${many}`)?.split('|');
  return filled(of ? of[forms[language.plural](n)] : n === 1 ? one : many, values);
}

/** A text that stands in a table and is translated where it is taken from there. */
export const marked = (text) => text;

/** A text of the catalogue. */
export const shown = (text) => translated(text) ?? text;

/** One after another: "a; b; c". */
export const inRow = (texts) => (texts.length === 0 ? '' : texts.reduce((all, text) => tr('{0}; {1}', all, text)));

export const sentence = (text) => text && text[0].toUpperCase() + text.slice(1);
