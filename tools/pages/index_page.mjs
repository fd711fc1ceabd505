// The list of all platforms, by kind, and the same for search engines.
import { framed } from './frame.mjs';
import { html } from './html.mjs';
import { sentence, shown, spoken, tr, trCount } from './language.mjs';
import { folderOf, toTop } from './places.mjs';
import { dateText } from './times.mjs';

/** `pages`: PlatformPage. */
export function indexPage(pages, site) {
  const { compare } = new Intl.Collator(spoken().language);
  const groups = [...Map.groupBy(pages, ({ platform }) => shown(platform.category))].toSorted(([a], [b]) => compare(a, b));
  const row = ({ file, platform, plans, read }) =>
    html`<tr><th scope="row"><a href="${file}">${platform.name}</a></th><td class="number">${plans.length}</td><td><time datetime="${read}">${dateText(read)}</time></td></tr>
`;
  const sections = groups.map(([category, members]) => html`<h2>${sentence(category)}</h2>
<table><caption class="unseen">${tr('{0}: platforms', sentence(category))}</caption>
<thead><tr><th scope="col">${tr('Platform')}</th><th scope="col" class="number">${tr('Plans')}</th><th scope="col">${tr('Newest reading')}</th></tr></thead>
<tbody>
${members.toSorted((a, b) => (a.platform.name.toLowerCase() < b.platform.name.toLowerCase() ? -1 : 1)).map(row)}</tbody></table>
`);
  return framed({
    file: '',
    site,
    title: `${tr('All platforms and their prices')} - Tollmeter`,
    description: trCount(pages.length,
      'API prices, plans, limits and their history for {0} platform, each figure with its source and the day it was read.',
      'API prices, plans, limits and their history for {0} platforms, each figure with its source and the day it was read.', pages.length),
    main: html`<h1>${tr('All platforms and their prices')}</h1>
<p class="lead">${trCount(pages.length, '{0} platform.', '{0} platforms.', pages.length)} ${
  tr('Each page has the plans with charges and limits, what changed and when, and the source of every figure.')}</p>
<p><a class="button" href="${toTop()}">${tr('Open the calculator')}</a></p>
${sections}`,
  });
}

export function sitemap(pages, { home, languages }) {
  const folders = languages.map(folderOf);
  const addresses = ['', ...folders.flatMap((folder) => [folder, ...pages.map(({ file }) => `${folder}${file}`)])];
  const entries = addresses.map((address) => html`<url><loc>${new URL(address, home)}</loc></url>
`);
  return `${html`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${entries}</urlset>`}\n`;
}
