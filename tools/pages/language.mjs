// The language in which pages are written, one after another; the English of a text is its key, as in src/core/language.h.
import { readFile, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';

export const english = { language: 'en', name: 'English', decimal: '.', group: ',', texts: {} };
let now = english;

export const speak = (language) => (now = language);
export const spoken = () => now;

/** What `say()` says in English, whatever is spoken. */
export function inEnglish(say) {
  const before = now;
  now = english;
  try {
    return say();
  } finally {
    now = before;
  }
}

/** Those of assets/languages, with the texts of the calculator and those of the pages alone. */
export async function languagesOf(root) {
  const folder = join(root, 'assets/languages');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).toSorted();
  const read = async (name) => {
    const { texts, pages, ...language } = JSON.parse(await readFile(join(folder, name), 'utf8'));
    if (language.language !== basename(name, '.json')) throw new Error(`${name}: "language" is "${language.language}"`);
    return { ...language, texts: { ...texts, ...pages } };
  };
  return Promise.all(names.map(read));
}

const withoutContext = (text) => text.replace(/@@.*$/, '');
const has = (text) => Object.hasOwn(now.texts, text);

/** A text with its places as they are. */
export const translated = (text) => (has(text) ? now.texts[text] : withoutContext(text));
/** A text of the catalogue; none stays none. */
export const shown = (text) => (text && has(text) ? now.texts[text] : text);

/** {0} to {9} stand for the values. */
export const tr = (text, ...values) => translated(text).replace(/\{(\d)\}/g, (_, place) => values[place]);
// A text that stands in a table and is translated where it is taken from there.
export const marked = (text) => text;

/** "a; b; c" */
export const joined = (texts) => texts.slice(1).reduce((all, text) => tr('{0}; {1}', all, text), texts[0] ?? '');

/** The form that goes with the count, by the rules of the Unicode standard; {0} is the count. */
export function trCount(count, one, many) {
  const key = `${one}|${many}`;
  const category = new Intl.PluralRules(now.language).select(count);
  const forms = has(key) ? now.texts[key].split('|') : [one, many];
  const form = category === 'one' ? 0 : category === 'few' ? 1 : forms.length - 1;
  return forms[form].replace(/\{0\}/g, String(count));
}
