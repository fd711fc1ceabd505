// The list of all platforms, by kind, and the same for search engines.
import { folderOf, framed, toSite } from './frame.mjs';
import { html } from './html.mjs';
import { shown, spoken, tr } from './language.mjs';
import { dateText } from './times.mjs';

const sentence = (text) => text[0].toUpperCase() + text.slice(1);

/** `pages`: PlatformPage. */
export function indexPage(pages, languages) {
  const { compare } = new Intl.Collator(spoken().language);
  const groups = [...Map.groupBy(pages, ({ platform }) => platform.category)].map(([category, members]) => [sentence(shown(category)), members]).toSorted(([a], [b]) => compare(a, b));
  const row = ({ file, platform, plans, read }) =>
    html`<tr><th scope="row"><a href="${file}">${platform.name}</a></th><td class="number">${plans.length}</td><td><time datetime="${read}">${dateText(read)}</time></td></tr>
`;
  const sections = groups.map(([category, members]) => html`<h2>${category}</h2>
<table><caption class="unseen">${tr('{0}: platforms', category)}</caption>
<thead><tr><th scope="col">${tr('Platform')}</th><th scope="col" class="number">${tr('Plans')}</th><th scope="col">${tr('Newest reading')}</th></tr></thead>
<tbody>
${members.toSorted((a, b) => compare(a.platform.name, b.platform.name)).map(row)}</tbody></table>
`);
  return framed({
    at: './',
    languages,
    title: `${tr('All platforms and their prices')} - Tollmeter`,
    description: tr('API prices, plans, limits and their history for {0} platforms, each figure with its source and the day it was read.', pages.length),
    crumbs: html`<a href="${toSite()}">Tollmeter</a>`,
    main: html`<h1>${tr('All platforms and their prices')}</h1>
<p class="lead">${tr('{0} platforms. Each page has the plans with charges and limits, what changed and when, and the source of every figure.', pages.length)}</p>
<p><a class="button" href="${toSite()}">${tr('Open the calculator')}</a></p>
${sections}`,
  });
}

export function sitemap(pages, languages, home) {
  const ofLanguage = (language) => ['', ...pages.map(({ file }) => file)].map((file) => `platforms/${folderOf(language)}${file}`);
  const addresses = ['', ...languages.flatMap(ofLanguage)];
  const entries = addresses.map((address) => html`<url><loc>${new URL(address, home)}</loc></url>
`);
  return `${html`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${entries}</urlset>`}\n`;
}
