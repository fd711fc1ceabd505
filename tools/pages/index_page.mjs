// The list of all platforms, by kind, and the same for search engines.
import { framed } from './frame.mjs';
import { html } from './html.mjs';
import { dateText } from './times.mjs';

const sentence = (text) => text[0].toUpperCase() + text.slice(1);

/** `pages`: PlatformPage. */
export function indexPage(pages) {
  const groups = [...Map.groupBy(pages, ({ platform }) => platform.category)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const row = ({ file, platform, plans, read }) =>
    html`<tr><th scope="row"><a href="${file}">${platform.name}</a></th><td class="number">${plans.length}</td><td><time datetime="${read}">${dateText(read)}</time></td></tr>
`;
  const sections = groups.map(([category, members]) => html`<h2>${sentence(category)}</h2>
<table><caption class="unseen">${sentence(category)}: platforms</caption>
<thead><tr><th scope="col">Platform</th><th scope="col" class="number">Plans</th><th scope="col">Newest reading</th></tr></thead>
<tbody>
${members.toSorted((a, b) => (a.platform.name.toLowerCase() < b.platform.name.toLowerCase() ? -1 : 1)).map(row)}</tbody></table>
`);
  return framed({
    at: './',
    title: 'All platforms and their prices - Tollmeter',
    description: `API prices, plans, limits and their history for ${pages.length} platforms, each figure with its source and the day it was read.`,
    crumbs: html`<a href="../">Tollmeter</a>`,
    main: html`<h1>All platforms and their prices</h1>
<p class="lead">${pages.length} platforms. Each page has the plans with charges and limits, what changed and when, and the source of every figure.</p>
<p><a class="button" href="../">Open the calculator</a></p>
${sections}`,
  });
}

export function sitemap(pages, home) {
  const addresses = ['', 'platforms/', ...pages.map(({ file }) => `platforms/${file}`)];
  const entries = addresses.map((address) => html`<url><loc>${new URL(address, home)}</loc></url>
`);
  return `${html`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${entries}</urlset>`}\n`;
}
