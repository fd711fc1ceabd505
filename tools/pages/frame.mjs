// What all of these pages have around their content. They run no script.
import { html } from './html.mjs';
import { english, spoken, tr } from './language.mjs';
import { folderOf, toStyle, toTop } from './places.mjs';

const policy = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

// Search engines want whole addresses, and every page of the group on each of them.
function alternates({ languages, home }, file) {
  const link = (name, language) => html`<link rel="alternate" hreflang="${name}" href="${new URL(folderOf(language) + file, home)}">
`;
  return [...languages.map((each) => link(each.language, each)), link('x-default', english)];
}

function inOthers({ languages }, file) {
  const others = languages.filter(({ language }) => language !== spoken().language);
  return others.map((each) => {
    const address = `${toTop()}${folderOf(each)}${file}`;
    return html` <a class="other" href="${address}" lang="${each.language}" hreflang="${each.language}">${each.name}</a>`;
  });
}

/** `file`: the page's own name, none of the list; `site`: `home` and `languages`; `title` and `description` are plain text. */
export function framed({ file, site, title, description, crumbs, main }) {
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
<link rel="canonical" href="${file || './'}">
${alternates(site, file)}<link rel="icon" href="${toTop()}icons/tollmeter.svg" type="image/svg+xml">
<link rel="stylesheet" href="${toStyle()}">
</head>
<body>
<header>
<nav aria-label="Tollmeter"><a href="${toTop()}">Tollmeter</a>${crumbs}${inOthers(site, file)}</nav>
</header>
<main>
${main}
</main>
<footer>
<p>${tr('Tollmeter computes what API use costs each month, which limit breaks first, when, and what then.')} <a href="${toTop()}">${tr('Open the calculator')}</a></p>
</footer>
</body>
</html>`}\n`;
}
