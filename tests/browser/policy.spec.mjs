// The policy of every page, word for word, and that nothing of the page runs into it.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { filesBelow } from '../../tools/files.mjs';
import { fragment, openPage, ready, TODAY } from './page.mjs';

const root = join(import.meta.dirname, '../..');
const read = (name) => readFile(join(root, name), 'utf8');
const built = async (ends) => (await filesBelow(join(root, 'dist'))).filter((name) => ends.test(name));

const nothing = { 'default-src': "'none'", 'base-uri': "'none'", 'form-action': "'none'" };
const own = "'self'";
const ofCalculator = {
  ...nothing,
  'script-src': "'self' 'wasm-unsafe-eval'",
  'style-src': own,
  'connect-src': own,
  'img-src': "'self' data:", // its icon: a browser asks for an icon with an address again whenever the fragment changes
  'manifest-src': own,
  'trusted-types': 'own-address',
  'require-trusted-types-for': "'script'",
};
const ofPlatforms = { ...nothing, 'style-src': own, 'img-src': own };

function policyOf(html) {
  const [, text] = html.match(/<meta http-equiv="Content-Security-Policy" content="([^"]*)">/) ?? [];
  const directives = (text ?? '').replaceAll('&#39;', "'").split(';').map((directive) => directive.trim());
  const pairs = directives.map((directive) => [directive.split(/\s+/)[0], directive.split(/\s+/).slice(1).join(' ')]);
  expect(new Set(pairs.map(([name]) => name)).size).toBe(pairs.length); // browsers overlook the second of a name
  return Object.fromEntries(pairs);
}

const forbidden = /^<(style|iframe|frame|object|embed|base|form|img|audio|video|svg|math)\b|\s(style|srcdoc|srcset|ping|on\w+)=/;
const sealedScript = /^<script type="module" src="boot\.mjs\?[\w+/]{8}" integrity="sha256-[\w+/]{43}="><\/script>$/;
const outOrBeside = /^(https?:\/\/|#|[\w./-]*(#.*)?$)/;
const beside = /^((\.\.\/)*[\w./-]+(\?[\w+/]{8})?$|data:image\/svg)/;

// What a person or a search engine follows may lead anywhere on the web; what a browser fetches stands beside the page.
function leadsWell(tag) {
  const [, address] = tag.match(/\s(?:src|href)="([^"]*)"/) ?? [];
  const followed = /^<(a|link rel="alternate") /.test(tag);
  return address === undefined || (followed ? outOrBeside : beside).test(address);
}

test('every page has its policy before anything that it could hold, and nothing that it forbids', async () => {
  const pages = await built(/\.html$/);
  expect(pages.length).toBeGreaterThan(60);
  for (const name of pages) {
    const html = await read(`dist/${name}`);
    expect(policyOf(html), name).toEqual(name === 'index.html' ? ofCalculator : ofPlatforms);
    expect(html, name).toMatch(/^<!doctype html>\n<html lang="(en|fr)">\n<head>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy"/);
    const odd = html.match(/<[a-z][^>]*>/g).filter((tag) => forbidden.test(tag) || !leadsWell(tag));
    expect(odd, name).toEqual([]);
    const scripts = html.match(/<script.*/g) ?? [];
    expect(scripts, name).toEqual(name === 'index.html' ? [expect.stringMatching(sealedScript)] : []);
  }
});

test('the page that stands in for one without a network has a policy too', async () => {
  expect(policyOf(await read('dist/service-worker.js'))).toEqual(nothing);
});

test('nothing that is fetched names another origin', async () => {
  for (const name of await built(/\.css$/)) expect(await read(`dist/${name}`), name).not.toMatch(/url\(|@import|image-set|https?:/);
  for (const name of await built(/\.(m?js|webmanifest)$/)) expect(await read(`dist/${name}`), name).not.toMatch(/["'`](https?:|wss?:)?\/\/[a-z]/);
});

test('no script makes HTML or code of text', async () => {
  const forbidden =
    /innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|parseFromString|setHTML|srcdoc|\beval\b|\bFunction\(|javascript:|setAttribute\(['"`](on|style|src)|set(Timeout|Interval)\(['"`]/;
  const ours = (await filesBelow(join(root, 'web'))).filter((name) => /\.(mjs|html)$/.test(name)).map((name) => `web/${name}`);
  const made = (await built(/\.m?js$/)).map((name) => `dist/${name}`);
  expect(ours.length).toBeGreaterThan(25);
  expect(made).toEqual(['dist/boot.mjs', 'dist/later/after.mjs', 'dist/service-worker.js']);
  for (const name of [...ours, 'src/web/seam.js', ...made]) {
    expect((await read(name)).replace(/'wasm-unsafe-eval'/, ''), name).not.toMatch(forbidden);
  }
});

// What a page has violated since it was opened.
async function watch(page) {
  const seen = [];
  await page.exposeFunction('violated', (text) => seen.push(text));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
      window.violated(`${effectiveDirective} ${blockedURI} ${sample}`);
    });
  });
  page.on('console', (message) => /Content.Security.Policy|Trusted|integrity/i.test(message.text()) && seen.push(message.text()));
  return seen;
}

test('text becomes neither HTML nor code, in any of the ways there are', async ({ page }) => {
  await openPage(page);
  // Not within the test's own call, which browsers let pass.
  const ways = await page.evaluate(() => new Promise((resolve) => setTimeout(() => {
    const text = '<img src=x onerror="window.ran = true">';
    const code = 'window.ran = true';
    const script = () => document.createElement('script');
    const tried = {
      innerHTML: () => (document.body.innerHTML = text),
      outerHTML: () => (document.getElementById('mirror').outerHTML = text),
      insertAdjacentHTML: () => document.body.insertAdjacentHTML('beforeend', text),
      write: () => document.write(text),
      createContextualFragment: () => document.createRange().createContextualFragment(text),
      parseFromString: () => new DOMParser().parseFromString(text, 'text/html'),
      srcdoc: () => (document.createElement('iframe').srcdoc = text),
      'script.text': () => (script().text = code),
      'script.src': () => (script().src = 'boot.mjs'),
      eval: () => window.eval(code),
      Function: () => new window.Function(code)(),
      'the policy of every text': () => window.trustedTypes.createPolicy('default', { createHTML: (html) => html }),
      'a policy of its own': () => window.trustedTypes.createPolicy('any', { createHTML: (html) => html }),
      'the policy of the page': () => window.trustedTypes.createPolicy('own-address', { createScriptURL: (url) => url }),
    };
    const allowed = Object.entries(tried).filter(([, way]) => {
      try {
        way();
        return true;
      } catch {
        return false;
      }
    });
    window.setTimeout(code); // says nothing, and does nothing
    setTimeout(() => resolve({ allowed: allowed.map(([name]) => name), ran: window.ran ?? false }), 100);
  })));
  expect(ways).toEqual({ allowed: [], ran: false });
});

// page.mjs looks wherever a test comes to rest; here is what lies between, and what is opened otherwise.
test('exports, paper, another language, a drag, a file, the plain page and an embedded one violate nothing', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const seen = await watch(page);
  await openPage(page);
  const slider = page.getByRole('slider', { name: 'Posts read' });
  const box = await slider.boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 3, box.y + box.height / 2, { steps: 5 });
  await page.mouse.up();
  await page.mouse.wheel(0, 300);
  const download = (name) => Promise.all([page.waitForEvent('download'), page.getByRole('button', { name, exact: true }).press('Enter')]);
  await page.getByRole('button', { name: 'Export', exact: true }).press('Enter');
  for (const name of ['Download as CSV', 'Download as JSON', 'Download as Markdown']) await download(name);
  await page.keyboard.press('Escape');
  await download('Picture of this chart (PNG)');
  const data = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['{}'], 'none.json'));
    return transfer;
  });
  await page.dispatchEvent('#canvas', 'dragenter', { dataTransfer: data });
  await expect(page.locator('#drop')).toBeVisible();
  await page.dispatchEvent('#canvas', 'drop', { dataTransfer: data });
  await expect(page.getByRole('dialog')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Menu', exact: true }).press('Enter');
  await page.getByRole('tab', { name: 'Français', exact: true }).press('Enter');
  await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe('fr');
  await page.keyboard.press('Escape');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('#paper canvas').first()).toBeAttached();
  await page.emulateMedia({ media: 'screen', forcedColors: 'active' });
  await expect(page.locator('link[href$="plain.css"]')).toHaveJSProperty('media', 'all');
  await page.goto(`/?embed=1#${await fragment(page)}`);
  await ready(page);
  await expect(page.locator('#embed a')).toBeVisible();
  expect(seen).toEqual([]);
});

test('nor do the pages of the platforms', async ({ page }) => {
  const seen = await watch(page);
  for (const name of ['index', 'x', 'whatsapp', 'mastodon', 'fr/index', 'fr/whatsapp']) {
    await page.goto(`/platforms/${name}.html`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
  expect(seen).toEqual([]);
});

test.describe('without a network', () => {
  test.use({ serviceWorkers: 'allow' });

  test('nor does a page that comes out of the service worker', async ({ page, context }) => {
    const seen = await watch(page);
    await openPage(page, { today: TODAY });
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await context.setOffline(true);
    await page.reload();
    await ready(page);
    await page.goto('/platforms/x.html');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no network');
    expect(seen).toEqual([]);
  });
});
