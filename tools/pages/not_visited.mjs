// What the service worker says instead of a page of a platform that was never read, where there is no network.
import { html } from './html.mjs';
import { inLanguage, languagesOf, spoken, tr, trHtml } from './language.mjs';
import { folderOf, toTop } from './places.mjs';

const page = () => `${html`<!doctype html>
<html lang="${spoken().language}">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${tr('No network')} - Tollmeter</title>
<h1>${tr('There is no network')}</h1>
<p>${trHtml('This page was not read before, so it was not kept. {0} works without a network and has the same figures.',
    html`<a href="${toTop()}">${tr('The calculator')}</a>`)}</p>
</html>`}`;

/** [the folder of a language's pages, the page] for each language; the folder of the first holds the others. */
export async function notVisited(root) {
  const languages = await languagesOf(root);
  return languages.map((language) => inLanguage(language, () => [folderOf(language), page()]));
}
