// Writes a page for each platform, a list of them and a sitemap, from the catalogue that the calculator reads.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { indexPage, sitemap } from './pages/index_page.mjs';
import { PlatformPage } from './pages/platform_page.mjs';
import { siteOf } from './pages/site.mjs';

/** The newest day on which any figure was read: the day whose prices the pages call those of now, the same in every build. */
export function readOn(platforms) {
  return platforms.flatMap(({ sources }) => Object.values(sources).map(({ read }) => read)).toSorted().at(-1);
}

export async function pagesOf(root) {
  const { common, platforms } = JSON.parse(await readFile(join(root, 'build/generated/catalog-all.json'), 'utf8'));
  const site = await siteOf(root);
  return { site, pages: platforms.map((platform) => new PlatformPage(platform, { common, date: readOn(platforms), site })) };
}

export async function writePages(root, dist) {
  const { site, pages } = await pagesOf(root);
  await mkdir(join(dist, 'platforms'), { recursive: true });
  await Promise.all([
    writeFile(join(dist, 'platforms/index.html'), indexPage(pages)),
    writeFile(join(dist, 'sitemap.xml'), sitemap(pages, site.home)),
    ...pages.map((page) => writeFile(join(dist, 'platforms', page.file), page.html())),
  ]);
}
