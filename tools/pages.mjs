// Writes a page for each platform and a list of them, in each language, and a sitemap, from the catalogue that the calculator reads.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { indexPage, sitemap } from './pages/index_page.mjs';
import { inLanguage, languagesOf } from './pages/language.mjs';
import { folderOf } from './pages/places.mjs';
import { PlatformPage } from './pages/platform_page.mjs';
import { siteOf } from './pages/site.mjs';

/** The newest day on which any figure was read: the day whose prices the pages call those of now, the same in every build. */
export function readOn(platforms) {
  return platforms.flatMap(({ sources }) => Object.values(sources).map(({ read }) => read)).toSorted().at(-1);
}

export async function pagesOf(root) {
  const { common, platforms } = JSON.parse(await readFile(join(root, 'build/generated/catalog-all.json'), 'utf8'));
  const site = { ...(await siteOf(root)), languages: await languagesOf(root) };
  return { site, pages: platforms.map((platform) => new PlatformPage(platform, { common, date: readOn(platforms), site })) };
}

export async function writePages(root, dist) {
  const { site, pages } = await pagesOf(root);
  await writeFile(join(dist, 'sitemap.xml'), sitemap(pages, site));
  for (const language of site.languages) {
    const folder = join(dist, folderOf(language));
    await mkdir(folder, { recursive: true });
    const texts = inLanguage(language, () => [['index.html', indexPage(pages, site)], ...pages.map((page) => [page.file, page.html()])]);
    await Promise.all(texts.map(([name, text]) => writeFile(join(folder, name), text)));
  }
}
