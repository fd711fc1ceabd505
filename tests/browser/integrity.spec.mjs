// What the page loads is what its build consists of, or is not used, and the page says so.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { checksum } from '../../tools/pages/link.mjs';
import { atRest, expectText, fragment, openPage, TODAY } from './page.mjs';

const dist = join(import.meta.dirname, '../../dist');
const say = (page) => page.locator('#say');
const refused = (name) => new RegExp(`${name.replaceAll('.', '\\.')} came damaged, cut short or of another version\\. Reload the page in a minute\\.`);

// Another version of a file of the build: as good in itself, and with another content. Answers how often it was asked for.
async function replace(page, name, change) {
  const asked = { times: 0 };
  const bytes = change(await readFile(join(dist, name)));
  // An address that ends in a hash may hold a slash.
  await page.route(`**/${name}**`, (route) => {
    asked.times += 1;
    return route.fulfill({ body: bytes, headers: { 'Content-Type': typeOf(name) } });
  });
  return asked;
}

const typeOf = (name) => (name.endsWith('.wasm') ? 'application/wasm' : name.endsWith('.css') ? 'text/css' : name.endsWith('mjs') ? 'text/javascript' : 'application/json');
// A section of its own that every engine skips.
const withSection = (bytes) => Buffer.concat([bytes, Buffer.from([0, 2, 1, 0x78])]);
const withSpace = (bytes) => Buffer.concat([bytes, Buffer.from('\n')]);

async function open(page, link = '') {
  await page.clock.setFixedTime(new Date(`${TODAY}T12:00:00Z`));
  await page.goto(`/${link && `#${link}`}`);
}

const link = '1;d=2026-11-23;p=linkedin:development;app_calls=80/day~uvjga';

test('each hash leads to the next, from index.html on to every file that the page may load', async () => {
  const base64 = async (name) => createHash('sha256').update(await readFile(join(dist, name))).digest('base64');
  const html = await readFile(join(dist, 'index.html'), 'utf8');
  for (const name of ['boot.mjs', 'style.css']) expect(html).toContain(`integrity="sha256-${await base64(name)}"`);
  const boot = await readFile(join(dist, 'boot.mjs'), 'utf8');
  const own = ['tollmeter.wasm', 'catalog.json', 'fonts/Inter-Regular.otf', 'fonts/Inter-SemiBold.otf', 'languages/fr.json'];
  for (const name of [...own, 'later/later.wasm', 'later/after.mjs', 'later/plain.css', 'later/integrity.json']) {
    expect(boot, name).toContain(await base64(name));
  }
  const after = await readFile(join(dist, 'later/after.mjs'), 'utf8');
  const styles = ['drop', 'embed', 'paper', 'selection', 'update'].map((name) => `later/${name}.css`);
  for (const name of [...styles, 'languages/fr.json']) expect(after, name).toContain(await base64(name));
  const list = JSON.parse(await readFile(join(dist, 'later/integrity.json'), 'utf8'));
  expect(Object.keys(list)).toContain('later/platforms/openai.json');
  for (const [name, hash] of Object.entries(list)) expect(hash, name).toBe(await base64(name));
});

for (const [name, change] of [
  ['catalog.json', withSpace],
  ['tollmeter.wasm', withSection],
]) {
  test(`${name} of another version starts nothing`, async ({ page }) => {
    const asked = await replace(page, name, change);
    await open(page, link);
    await expect(say(page)).toHaveText(refused(name));
    await expect(say(page)).toHaveAttribute('role', 'alert');
    expect(await fragment(page)).toBe(link);
    expect(await page.evaluate(() => window.tollmeter)).toBeUndefined();
    expect(asked.times).toBe(2); // once more, past the caches
    await expect(page.locator('#mirror *')).toHaveCount(0);
  });
}

test('a font of another version is not used: the other weight stands in', async ({ page }) => {
  const asked = await replace(page, 'fonts/Inter-Regular.otf', withSpace);
  await openPage(page, { link });
  expect(asked.times).toBe(2);
  expect(await page.evaluate(() => [...document.fonts].map(({ family, status }) => `${family} ${status}`))).toEqual(['Inter loaded']);
});

test('what only a cache had of another version is fetched past it', async ({ page }) => {
  let times = 0;
  await page.route('**/catalog.json', async (route) => {
    times += 1;
    return times > 1 ? route.continue() : route.fulfill({ body: '{}', headers: { 'Content-Type': 'application/json' } });
  });
  await openPage(page);
  await expectText(page, /about \$42,000/);
  expect(times).toBe(2);
});

test('the second part of another version stops the page before it runs, with a link and without', async ({ page }) => {
  for (const fragmentOf of ['', link]) {
    await page.goto('about:blank');
    await replace(page, 'later/later.wasm', withSection);
    await open(page, fragmentOf);
    await expect(say(page)).toHaveText(refused('later/later.wasm'));
    expect(await fragment(page)).toBe(fragmentOf);
    await expect(page.locator('#mirror')).toHaveJSProperty('inert', true);
  }
});

test('a load of the second part that cannot wait does not get round it', async ({ page }) => {
  await replace(page, 'later/later.wasm', withSection);
  await page.addInitScript(() => {
    window.compiled = 0;
    const { Module } = WebAssembly;
    WebAssembly.Module = function count(...values) {
      window.compiled += 1;
      return new Module(...values);
    };
  });
  await open(page, link);
  await expect(say(page)).toHaveText(refused('later/later.wasm'));
  expect(await page.evaluate(() => window.compiled)).toBe(0);
});

test('prices of a platform of another version are not used', async ({ page }) => {
  const asked = await replace(page, 'later/platforms/openai.json', withSpace);
  await openPage(page);
  const body = '1;d=2026-11-23;p=openai';
  await page.evaluate((hash) => (location.hash = hash), `${body}~${checksum(body)}`);
  await expectText(page, /prices of OpenAI could not be loaded/);
  expect(await fragment(page)).toContain('openai'); // it may open later
  expect(asked.times).toBe(2);
});

for (const name of ['later/index.json', 'later/integrity.json']) {
  test(`nor is ${name}`, async ({ page }) => {
    await replace(page, name, withSpace);
    await openPage(page);
    await page.getByRole('button', { name: '+ Add a platform' }).press('Enter');
    await expectText(page, /The list of platforms could not be loaded/);
  });
}

test.describe('in a French browser', () => {
  test.use({ locale: 'fr-FR' });

  test('texts of another version are not shown: the page is English', async ({ page }) => {
    await replace(page, 'languages/fr.json', withSpace);
    await openPage(page);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    await expect(page.getByRole('button', { name: 'Share', exact: true })).toBeAttached();
  });
});

test('a script of another version does not run', async ({ page }) => {
  const mark = (bytes) => Buffer.concat([bytes, Buffer.from('window.ran = true;')]);
  await replace(page, 'later/after.mjs', mark);
  await openPage(page);
  expect(await page.evaluate(() => window.ran)).toBeUndefined();
  await page.goto('about:blank');
  await page.unrouteAll();
  await replace(page, 'boot.mjs', mark);
  await page.goto('/');
  await expect(say(page)).toBeVisible({ timeout: 15_000 });
  await expect(say(page)).toHaveText('Tollmeter has not started yet. If this stays, reload the page.');
  expect(await page.evaluate(() => window.ran)).toBeUndefined();
});

test('a page that starts does not say that it has not', async ({ page }) => {
  const said = [];
  await page.exposeFunction('note', (text) => said.push(text));
  await page.addInitScript(() => {
    document.addEventListener('animationend', ({ target }) => window.note(target.textContent), { capture: true });
  });
  await openPage(page);
  await expect(say(page)).not.toHaveText(/has not started/);
  expect(said).toEqual([]);
});
