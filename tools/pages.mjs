// Writes a page for each platform, a list of them and a sitemap, in every language, from the catalogue that the calculator reads.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { folderOf } from './pages/frame.mjs';
import { indexPage, sitemap } from './pages/index_page.mjs';
import { english, languagesOf, speak } from './pages/language.mjs';
import { PlatformPage } from './pages/platform_page.mjs';
import { siteOf } from './pages/site.mjs';

/** The newest day on which any figure was read: the day whose prices the pages call those of now, the same in every build. */
export function readOn(platforms) {
  return platforms.flatMap(({ sources }) => Object.values(sources).map(({ read }) => read)).toSorted().at(-1);
}

export async function pagesOf(root, languages = [english]) {
  const { common, platforms } = JSON.parse(await readFile(join(root, 'build/generated/catalog-all.json'), 'utf8'));
  const site = await siteOf(root);
  return { site, pages: platforms.map((platform) => new PlatformPage(platform, { common, date: readOn(platforms), site, languages })) };
}

/** Path below platforms/ to text, in the language that is spoken. */
export const textsOf = (pages, languages) => new Map([['index.html', indexPage(pages, languages)], ...pages.map((page) => [page.file, page.html()])]);

export async function writePages(root, dist) {
  const languages = [english, ...(await languagesOf(root))];
  const { site, pages } = await pagesOf(root, languages);
  for (const language of languages) {
    const folder = join(dist, 'platforms', folderOf(language));
    await mkdir(folder, { recursive: true });
    speak(language);
    await Promise.all([...textsOf(pages, languages)].map(([name, text]) => writeFile(join(folder, name), text)));
  }
  speak(english);
  await writeFile(join(dist, 'sitemap.xml'), sitemap(pages, languages, site.home));
}
