// What all of these pages have around their content. They run no script.
import { html } from './html.mjs';
import { spoken, tr } from './language.mjs';

const policy = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

/** A folder for each language but English, which stands above them. */
export const folderOf = ({ language }) => (language === 'en' ? '' : `${language}/`);

/** From a page of one language to the folder of all pages, and of the whole site. */
const up = () => (folderOf(spoken()) ? '../' : './');
export const toSite = () => (folderOf(spoken()) ? '../../' : '../');

/** `at`: the page's own file name; `title` and `description` are plain text; `languages`: in which the page is there, the first stands for all. */
export function framed({ at, languages, title, description, crumbs, main }) {
  const there = (language) => `${up()}${folderOf(language)}${at === './' ? '' : at}`;
  const alternates = languages.map((each) => html`<link rel="alternate" hreflang="${each.language}" href="${there(each)}">
`);
  const others = languages.filter((each) => each.language !== spoken().language)
    .map((each) => html` <a href="${there(each)}" hreflang="${each.language}" lang="${each.language}">${each.name}</a>`);
  return `${html`<!doctype html>
<html lang="${spoken().language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${title}</title>
<meta name="description" content="${description}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<link rel="canonical" href="${at}">
${alternates}<link rel="alternate" hreflang="x-default" href="${there(languages[0])}">
<link rel="icon" href="${toSite()}icons/tollmeter.svg" type="image/svg+xml">
<link rel="stylesheet" href="${up()}style.css">
</head>
<body>
<header>
<nav aria-label="Tollmeter">${crumbs}${others}</nav>
</header>
<main>
${main}
</main>
<footer>
<p>${tr('Tollmeter computes what API use costs each month, which limit breaks first, when, and what then.')} <a href="${toSite()}">${tr('Open the calculator')}</a></p>
</footer>
</body>
</html>`}\n`;
}
