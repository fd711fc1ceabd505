// The page without a network after the first visit, and what happens when a newer version is there.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { contents } from '../../tools/offline.mjs';
import { openPage, ready } from './page.mjs';
import { it } from './site.mjs';

it.use({ serviceWorkers: 'allow' });

const isKept = (page) => page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
const stored = (page) => page.evaluate(async () => {
  const names = await caches.keys();
  const requests = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)));
  return Object.fromEntries(names.map((name, i) => [name, requests[i]]));
});
const update = (page) => page.locator('#update');

async function visit(page) {
  await openPage(page);
  await isKept(page);
  await expect(update(page)).toHaveCount(0); // the first version is no newer one
}

it('after one visit the page opens without a network, whole, with every platform', async ({ page, context, site }) => {
  await visit(page);
  const files = Object.keys(await contents(site.folder));
  const kept = (await stored(page))['tollmeter-files'].map((url) => new URL(url).pathname.slice(1)).toSorted();
  expect(kept).toEqual(files.toSorted());
  for (const name of ['index.html', 'later/later.wasm', 'later/index.json', 'later/platforms/openai.json']) expect(files).toContain(name);
  await context.setOffline(true);
  await page.reload();
  await ready(page);
  await expect(page.getByRole('status').first()).toContainText('to serve it all: about $42,000');
  await page.goto('/#1;d=2026-11-23;p=linkedin:development;app_calls=80/day~uvjga');
  await ready(page);
  await page.getByRole('button', { name: '+ Add a platform' }).press('Enter');
  await page.getByRole('textbox', { name: 'Search by name or kind' }).fill('openai');
  await page.getByRole('button', { name: 'Add OpenAI' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Fold OpenAI' })).toBeAttached();
});

it('keeping it waits for the first frame, and fetches from nowhere else', async ({ page, context, site }) => {
  const elsewhere = [];
  context.on('request', (request) => request.url().startsWith(site.url) || request.url().startsWith('data:') || elsewhere.push(request.url()));
  await visit(page);
  const first = site.asked.indexOf('/service-worker.js');
  for (const name of ['/', '/tollmeter.wasm', '/catalog.json', '/fonts/Inter-Regular.otf']) expect(site.asked.indexOf(name)).toBeLessThan(first);
  expect(elsewhere).toEqual([]);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(1);
});

it('a page of a platform is there when it was read, and says so when it was not', async ({ page, context }) => {
  await visit(page);
  await page.goto('/platforms/linkedin.html');
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('LinkedIn: API prices and limits');
  await expect(page.locator('section').first()).toHaveCSS('border-radius', '12px'); // its style too
  await page.goto('/platforms/x.html');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no network');
  await page.getByRole('link', { name: 'The calculator' }).click();
  await ready(page);
  await page.goto('/platforms/fr/x.html');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Pas de réseau');
  await page.getByRole('link', { name: 'Le calculateur' }).click();
  await ready(page);
});

it('a newer version is offered, never forced, and then replaces the old one', async ({ page, context, site }) => {
  await visit(page);
  await page.goto('/platforms/linkedin.html');
  const before = (await stored(page))['tollmeter-files'];
  await site.change('index.html', '<meta name="referrer"', '<meta name="newer" content="yes"><meta name="referrer"');
  await site.change('manifest.webmanifest', '"name"', ' "name"');
  site.asked.length = 0;
  await page.goto('/');
  await ready(page);
  // The old one is still shown, with a line below that covers nothing.
  await expect(update(page)).toContainText('A newer version is ready.');
  const line = await update(page).boundingBox();
  const canvas = await page.locator('#canvas').boundingBox();
  expect(canvas.y + canvas.height).toBeLessThanOrEqual(line.y);
  await expect(page.locator('[name=newer]')).toHaveCount(0);
  expect(site.asked.filter((path) => !/service-worker|index\.html|manifest/.test(path))).toEqual([]); // what did not change is not fetched again
  await page.waitForTimeout(500);
  await page.getByRole('slider', { name: 'Posts read' }).press('ArrowRight');
  const link = await page.evaluate(() => window.tollmeter.idle().then(() => location.hash));
  const other = await context.newPage(); // another tab, which is not to be reloaded by this one
  await other.goto('/');
  await ready(other);
  await other.evaluate(() => (window.untouched = true));
  await page.getByRole('button', { name: 'Reload', exact: true }).click();
  await page.waitForFunction(() => document.querySelector('[name=newer]'));
  await ready(page);
  expect(await page.evaluate(() => location.hash)).toBe(link); // nothing is lost
  await expect(update(page)).toHaveCount(0);
  expect(await other.evaluate(() => window.untouched)).toBe(true);
  await expect(update(other)).toContainText('A newer version is ready.');
  const after = await stored(page);
  expect(after['tollmeter-files']).toHaveLength(before.length);
  expect(after['tollmeter-files'].filter((url) => !before.includes(url))).toHaveLength(2);
  expect(after['tollmeter-pages']).toContain(`${site.url}/platforms/linkedin.html`);
  await context.setOffline(true);
  await page.reload();
  await ready(page);
});

it('"Not now" takes the line away and gives the page its height back', async ({ page, site }) => {
  await visit(page);
  const { height } = await page.locator('#canvas').boundingBox();
  await site.change('index.html', '<meta name="referrer"', '<meta name="newer" content="yes"><meta name="referrer"');
  await page.reload();
  await ready(page);
  await page.getByRole('button', { name: 'Not now' }).click();
  await expect(update(page)).toHaveCount(0);
  expect((await page.locator('#canvas').boundingBox()).height).toBe(height);
});

it('the caches of other builds and a file of another version go and do not come', async ({ page, site }) => {
  await visit(page);
  await page.evaluate(() => caches.open('tollmeter-of-old'));
  const before = (await stored(page))['tollmeter-files'];
  // A server that is being changed: the list is new, a file is not yet.
  await site.change('index.html', '<meta name="referrer"', '<meta name="newer" content="yes"><meta name="referrer"');
  const newer = await readFile(join(site.folder, 'index.html'));
  await writeFile(join(site.folder, 'index.html'), 'half');
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const failed = new Promise((resolve) => registration.addEventListener('updatefound', () => {
      const worker = registration.installing;
      worker.addEventListener('statechange', () => worker.state === 'redundant' && resolve());
    }));
    await registration.update().catch(() => {});
    await failed;
  });
  expect((await stored(page))['tollmeter-files'].toSorted()).toEqual(before.toSorted());
  await expect(update(page)).toHaveCount(0);
  await writeFile(join(site.folder, 'index.html'), newer);
  await page.reload();
  await ready(page);
  await page.getByRole('button', { name: 'Reload', exact: true }).click();
  await page.waitForFunction(() => document.querySelector('[name=newer]'));
  await ready(page);
  expect(Object.keys(await stored(page)).toSorted()).toEqual(['tollmeter-files']);
});

it('it can be installed: a manifest with icons that are there', async ({ page, site }) => {
  await page.goto('/');
  const session = await page.context().newCDPSession(page);
  const { errors } = await session.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  const manifest = JSON.parse(await readFile(join(site.folder, 'manifest.webmanifest'), 'utf8'));
  for (const { src, sizes, type } of manifest.icons) {
    const size = await page.evaluate((address) => new Promise((resolve, reject) => {
      const image = new Image();
      image.onload = () => resolve(image.naturalWidth);
      image.onerror = () => reject(new Error(address));
      image.src = address;
    }), src);
    if (type === 'image/png') expect(`${size}x${size}`).toBe(sizes);
  }
});

const forget = (page, path) => page.evaluate(async (name) => {
  const cache = await caches.open('tollmeter-files');
  for (const request of await cache.keys()) if (new URL(request.url).pathname === name) await cache.delete(request);
}, path);

it('a kept file that the browser threw out is fetched and kept again', async ({ page, context, site }) => {
  await visit(page);
  const before = (await stored(page))['tollmeter-files'];
  await forget(page, '/tollmeter.wasm');
  site.asked.length = 0;
  await page.reload();
  await ready(page);
  expect(site.asked).toContain('/tollmeter.wasm');
  await expect.poll(async () => (await stored(page))['tollmeter-files'].toSorted()).toEqual(before.toSorted());
  await context.setOffline(true);
  await page.reload();
  await ready(page);
});

it('a kept file that was thrown out, and the server has another: the two are not mixed, and a reload brings the newer version', async ({ page, site }) => {
  await visit(page);
  await forget(page, '/catalog.json');
  await site.change('index.html', '<meta name="referrer"', '<meta name="newer" content="yes"><meta name="referrer"');
  await site.change('catalog.json', '{', ' {');
  await page.goto('/#1;d=2026-11-23;p=linkedin:development;app_calls=80/day~uvjga');
  await page.reload();
  await expect(page.getByRole('alert')).toContainText('catalog.json could not be loaded.');
  await expect(page.locator('[name=newer]')).toHaveCount(0);
  await page.getByRole('button', { name: 'Reload the page' }).click();
  await page.waitForFunction(() => document.querySelector('[name=newer]'));
  await ready(page);
  await expect(page.getByRole('button', { name: 'Fold LinkedIn' })).toBeAttached();
});

it('the page itself was thrown out, and the server has a newer one: that is what opens', async ({ page, site }) => {
  await visit(page);
  await forget(page, '/index.html');
  await site.change('index.html', '<meta name="referrer"', '<meta name="newer" content="yes"><meta name="referrer"');
  await page.goto('/?again#1;d=2026-11-23;p=linkedin:development;app_calls=80/day~uvjga');
  await page.waitForFunction(() => document.querySelector('[name=newer]'));
  await ready(page);
  await expect(page.getByRole('button', { name: 'Fold LinkedIn' })).toBeAttached();
});

it('a worker of another make, with a cache of its own, answers until the newer version is taken', async ({ page, site }) => {
  const list = Object.keys(await contents(site.folder)).map((path) => `/${path}`);
  const worker = `
    self.addEventListener('install', (event) => event.waitUntil(caches.open('tollmeter-1').then((cache) => cache.addAll(${JSON.stringify(['/', ...list])}))));
    self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
    self.addEventListener('fetch', (event) => event.respondWith(caches.match(event.request).then((kept) => kept ?? fetch(event.request))));`;
  await writeFile(join(site.folder, 'service-worker.js'), worker);
  await visit(page);
  await page.reload();
  await ready(page);
  await site.change('index.html', '<meta name="referrer"', '<meta name="newer" content="yes"><meta name="referrer"');
  site.asked.length = 0;
  await page.reload();
  await ready(page);
  await expect(update(page)).toContainText('A newer version is ready.');
  await expect(page.locator('[name=newer]')).toHaveCount(0);
  await page.getByRole('button', { name: 'Reload', exact: true }).click();
  await page.waitForFunction(() => document.querySelector('[name=newer]'));
  await ready(page);
  expect(Object.keys(await stored(page))).toEqual(['tollmeter-files']);
});
