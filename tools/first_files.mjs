// The files of a site that a browser fetches before the first usable frame.
import { filesBelow } from './files.mjs';

// Fetched later or only when asked for. Whatever the page loads on demand stands in later/; the rest is for those who install it,
// have no network, come for a platform's page, or read another language, which is fetched beside the rest.
const isLater = (name) => /^(later|platforms|icons|languages)\/|^(service-worker\.js|manifest\.webmanifest|sitemap\.xml|notices\.txt)$/.test(name);

const isCompressed = (name) => /\.(br|gz)$/.test(name);

export async function siteFiles(dist) {
  return (await filesBelow(dist)).filter((name) => !isCompressed(name));
}

export async function firstFiles(dist) {
  return (await siteFiles(dist)).filter((name) => !isLater(name));
}
