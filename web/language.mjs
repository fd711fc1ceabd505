// The language that the page speaks: the one that the person chose, else the first of the browser's that there is.
import { filled } from './filled.mjs';
import { kept } from './storage.mjs';

const english = 'en';
// The scripts that come after the first frame are a bundle of their own, with a copy of this one.
const shared = (window.tollmeterLanguage ??= { texts: new Map() });

// Ids beside English; tools/dist.mjs puts them in from assets/languages.
const there = LANGUAGES;

export function chosenLanguage() {
  const wanted = [kept('language'), ...(navigator.languages ?? [])].map((id) => id.split('-')[0]);
  return wanted.find((id) => id === english || there.includes(id)) ?? english;
}

export const languageFile = (id) => (there.includes(id) ? `languages/${id}.json` : undefined);

// bytes: of the language's file; none: English. Throws where it is damaged, and nothing has changed.
export function speak(id, bytes) {
  const texts = new Map();
  const list = bytes ? JSON.parse(new TextDecoder().decode(bytes)).texts : [];
  for (let i = 0; i < list.length; i += 2) texts.set(list[i], list[i + 1]);
  shared.texts = texts;
  document.documentElement.lang = id;
}

// As in src/core/language.h: the English is the key, {0} to {9} stand for the values.
export const tr = (text, ...values) => filled(shared.texts.get(text) ?? text, values);

// A text that stands in a table and is translated where it is taken from there.
export const marked = (text) => text;
