// The pages of the platforms: valid, reachable, readable by everyone, and their links open whole in the calculator.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { HtmlValidate } from 'html-validate';
import { violations } from './axe.mjs';
import { atRest, openPage, ready } from './page.mjs';
import { press } from './survey.mjs';

const dist = join(import.meta.dirname, '../../dist');
const names = readdirSync(join(dist, 'platforms'), { recursive: true }).filter((name) => name.endsWith('.html'));
const pages = Object.fromEntries(names.map((name) => [name, readFileSync(join(dist, 'platforms', name), 'utf8')]));
const platforms = names.filter((name) => !name.includes('/') && name !== 'index.html'); // in English; the others are in folders, "fr/x.html"
const unescaped = (text) => text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" })[name]);
const hrefsOf = (text) => [...text.matchAll(/ href="([^"]*)"/g)].map(([, href]) => unescaped(href));
const linksOf = (name) => hrefsOf(pages[name]).filter((href) => href.startsWith('../#'));

test('there is a page for each platform, and the list names them all', () => {
  const { listed } = JSON.parse(readFileSync(join(dist, 'later/index.json'), 'utf8'));
  expect(platforms.toSorted()).toEqual(listed.map(({ id }) => `${id}.html`).toSorted());
  const named = hrefsOf(pages['index.html']);
  for (const name of platforms) expect(named).toContain(name);
  const sitemap = readFileSync(join(dist, 'sitemap.xml'), 'utf8');
  for (const name of names) expect(sitemap).toContain(`/platforms/${name.replace(/index\.html$/, '')}</loc>`);
  const french = names.filter((name) => name.startsWith('fr/'));
  expect(french.toSorted()).toEqual([...platforms, 'index.html'].map((name) => `fr/${name}`).toSorted());
});

test('every page is valid HTML', async () => {
  const validator = new HtmlValidate({ extends: ['html-validate:recommended'], rules: { 'doctype-style': ['error', { style: 'lowercase' }] } });
  const faults = [];
  for (const [name, text] of Object.entries(pages)) {
    const { results } = await validator.validateString(text, name);
    for (const { messages } of results) for (const { ruleId, message, line } of messages) faults.push(`${name}:${line} ${ruleId}: ${message}`);
  }
  expect(faults.slice(0, 20)).toEqual([]);
});

test('every page runs nothing, says what it is, and has one heading of the first level', () => {
  const titles = new Set();
  for (const [name, text] of Object.entries(pages)) {
    expect(unescaped(text), name).toContain("default-src 'none'; style-src 'self';");
    expect(text, name).not.toMatch(/<script|<style| style="| on[a-z]+="|javascript:/);
    expect(text.match(/<h1>/g), name).toHaveLength(1);
    expect(text, name).toMatch(/<meta name="description" content="[^"]{40,}">/);
    expect(text, name).toContain(`<html lang="${name.startsWith('fr/') ? 'fr' : 'en'}">`);
    expect(text, name).not.toMatch(/undefined|\[object|NaN|>null/);
    titles.add(/<title>(.*)<\/title>/.exec(text)[1]);
  }
  expect(titles.size).toBe(names.length);
});

test('every link of the pages leads somewhere', () => {
  const faults = [];
  for (const [name, text] of Object.entries(pages)) {
    const ids = new Set([...text.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id));
    for (const href of hrefsOf(text)) {
      if (/^https?:|^(\.\.\/)+#/.test(href)) continue;
      if (href.startsWith('#')) {
        if (!ids.has(href.slice(1))) faults.push(`${name}: ${href}`);
        continue;
      }
      const path = new URL(href, `http://site/platforms/${name}`).pathname;
      const file = join(dist, path.endsWith('/') ? `${path}index.html` : path);
      try {
        readFileSync(file);
      } catch {
        faults.push(`${name}: ${href}`);
      }
    }
  }
  expect(faults).toEqual([]);
});

test('beside every figure stands a way to correct it, filled in', () => {
  for (const name of names.filter((each) => !each.endsWith('index.html'))) {
    const rows = pages[name].match(/<tr(?: class="past")?><th scope="row">(?:(?!<\/tr>)[^])*?<\/tr>/g).filter((row) => !row.includes('<time'));
    const corrections = hrefsOf(pages[name]).filter((href) => href.includes('/issues/new?'));
    expect(corrections.length, name).toBeGreaterThan(0);
    expect(corrections.length, name).toBeLessThanOrEqual(rows.length);
    for (const href of corrections) {
      expect(href.length, name).toBeLessThan(4000);
      const { searchParams } = new URL(href);
      expect(searchParams.get('title'), name).toMatch(/^Wrong figure: .+/);
      expect(searchParams.get('body'), name).toMatch(/^.+ \(.+\/.+\/.+\)\nThe page says: .+\nIts source: .+, read \d{4}-\d{2}-\d{2}, .+\n\nWhat is right/);
    }
  }
});

test('every link into the calculator opens whole', async ({ page }) => {
  test.setTimeout(240_000);
  await openPage(page);
  // Of each platform the first of each kind: with and without a plan, of today and of a former day, of one that is closed.
  const kindOf = (link) => link.replace(/^1;d=2026-11-23/, 'now').replace(/^1;d=[^;]*/, 'then').replace(/;p=\w+(:\w+)?(:on)?.*/, (_, plan, held) => `${!!plan}${!!held}`);
  const links = platforms.flatMap((name) => [...Map.groupBy(linksOf(name), (href) => kindOf(href.slice(4))).values()].map(([href]) => [name, href.slice(4)]));
  expect(new Set(links.map(([name]) => name)).size).toBe(platforms.length);
  expect(links.length).toBeGreaterThan(platforms.length);
  for (const [name, link] of links) {
    await page.evaluate((fragment) => (location.hash = fragment), link);
    await atRest(page);
    const read = await page.evaluate(() => ({ hash: location.hash.slice(1), text: document.getElementById('mirror').textContent }));
    expect(read.text, `${name} ${link}`).not.toMatch(/link (is|was) (broken|cut|changed)|cannot be read|could not be loaded/i);
    expect(read.hash, name).toBe(link); // read and written again it is the same
  }
});

// A limit in the calculator, of platforms whose limits are no formulas of drivers: "500 a day for the app, resets 00:00 UTC. Busiest day 80, …".
const limitOfMirror = /^((?:about )?\$?[\d,.]+ [^.]*? for (?:the|each) [^(]*?)(?: \([\d,]+ of them\))?(, (?:resets|rolling|comes back|in flight|standing|from the first)[^.]*)\./;

test('limits read as in the calculator', async ({ page }) => {
  test.setTimeout(120_000);
  const faults = [];
  let compared = 0;
  for (const id of ['linkedin', 'youtube', 'x', 'notion', 'twitch', 'reddit', 'slack', 'pinterest', 'tiktok', 'mastodon', 'shopify']) {
    const text = unescaped(pages[`${id}.html`]);
    for (const href of linksOf(`${id}.html`).slice(0, 6)) {
      await openPage(page, { link: href.slice(4) });
      for (const show of await page.getByRole('button', { name: /^show: .*limits? holds?/ }).all()) await show.press('Enter');
      await atRest(page);
      const said = await page.locator('#mirror p').allTextContents();
      for (const sentence of said) {
        const found = limitOfMirror.exec(sentence);
        if (!found) continue;
        compared += 1;
        const [, terms, reset] = found;
        if (!text.includes(`<p>${terms}${reset}</p>`)) faults.push(`${id}: ${terms}${reset}`);
      }
    }
  }
  expect(compared).toBeGreaterThan(20);
  expect(faults).toEqual([]);
});

test('fees read as in the calculator', async ({ page }) => {
  for (const [id, plan, fee] of [['x', 'Basic', '$200.00 a month'], ['x', 'Pro', '$5,000.00 a month']]) {
    const text = pages[`${id}.html`];
    expect(text).toContain(`<p>${fee}</p>`);
    const link = hrefsOf(text.slice(text.indexOf(`<h3 id="plan-${plan.toLowerCase()}"`))).find((href) => href.startsWith('../#'));
    await openPage(page, { link: link.slice(4) });
    await expect(page.locator('#mirror')).toContainText(fee.replace(' a month', ''));
  }
});

for (const name of ['youtube.html', 'whatsapp.html', 'index.html', 'fr/whatsapp.html', 'fr/index.html']) {
  for (const colorScheme of ['light', 'dark']) {
    test(`axe finds nothing on ${name}, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.goto(`/platforms/${name}`);
      expect(await violations(page)).toEqual([]);
    });
  }
}

test('no page is wider than a phone, and a fault of the policy is none', async ({ page }) => {
  const faults = [];
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  await page.setViewportSize({ width: 390, height: 844 });
  for (const name of names) {
    await page.goto(`/platforms/${name}`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), name).toBeLessThanOrEqual(390);
  }
  expect(faults).toEqual([]);
});

test('on paper only what can be read on paper', async ({ page }) => {
  await page.goto('/platforms/x.html');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('link', { name: 'Wrong? Correct it' }).first()).toBeHidden();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('each page leads to the same one in the other language', async ({ page }) => {
  await page.goto('/platforms/youtube.html');
  await page.getByRole('link', { name: 'Français', exact: true }).click();
  await expect(page).toHaveURL(/\/platforms\/fr\/youtube\.html$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('YouTube\u202f: prix et limites de l’API');
  await expect(page.locator('section').first()).toHaveCSS('border-radius', '12px'); // it has its style
  await page.getByRole('link', { name: 'Toutes les plateformes', exact: true }).click();
  await expect(page).toHaveURL(/\/platforms\/fr\/$/);
  await page.getByRole('link', { name: 'English', exact: true }).click();
  await expect(page).toHaveURL(/\/platforms\/$/);
});

test.describe('in a French browser', () => {
  test.use({ locale: 'fr-FR' });

  test('the calculator leads to the French ones, and after a change of language to the English', async ({ page }) => {
    await openPage(page);
    const follow = async (menu, entry) => {
      await page.getByRole('button', { name: menu, exact: true }).press('Enter');
      await page.getByRole('button', { name: entry }).press('Enter');
      await expect(page.getByRole('heading', { level: 1, name: entry })).toBeVisible();
    };
    await follow('Menu', 'Toutes les plateformes, leurs prix');
    await expect(page).toHaveURL(/\/platforms\/fr\/$/);
    await page.getByRole('link', { name: 'LinkedIn', exact: true }).click();
    await page.getByRole('link', { name: 'Calculer avec LinkedIn' }).click();
    await expect(page).toHaveURL(/#1;d=.*p=linkedin/);
    await ready(page);
    await page.getByRole('button', { name: 'Menu', exact: true }).press('Enter');
    await page.getByRole('tab', { name: 'English', exact: true }).press('Enter');
    await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe('en');
    await page.getByRole('button', { name: 'All platforms and their prices' }).press('Enter');
    await expect(page).toHaveURL(/\/platforms\/$/);
  });
});

test('the calculator leads to them', async ({ page }) => {
  await openPage(page);
  await page.getByRole('button', { name: 'Menu' }).press('Enter');
  await page.getByRole('button', { name: 'All platforms and their prices' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'All platforms and their prices' })).toBeVisible();
  await page.getByRole('link', { name: 'LinkedIn', exact: true }).click();
  await page.getByRole('link', { name: 'Compute with LinkedIn' }).click();
  await expect(page).toHaveURL(/#1;d=.*p=linkedin/);
});

for (const phone of [false, true]) {
  test.describe(`a figure of the calculator, ${phone ? 'by a finger' : 'by mouse and keyboard'}`, () => {
    if (phone) test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

    test('is corrected as the same figure of its page', async ({ page, context }) => {
      await context.route('https://github.com/**', (route) => route.fulfill({ contentType: 'text/html', body: '<title>New issue</title>' }));
      await openPage(page);
      if (phone) await page.getByRole('tab', { name: /Bill/ }).tap();
      await press(page, /^monthly fee, .*: how it is reckoned/);
      const link = page.getByRole('link', { name: 'Wrong? Correct it: Basic, monthly fee' });
      const address = await link.getAttribute('href');
      expect(hrefsOf(pages['x.html'])).toContain(address);
      expect(await link.getAttribute('rel')).toBe('noopener');
      const follow = async (act) => {
        const [issue] = await Promise.all([context.waitForEvent('page'), act()]);
        await issue.waitForURL(address);
        await issue.close();
      };
      const box = await link.boundingBox();
      if (phone) {
        expect(box.height).toBeGreaterThanOrEqual(44);
        await follow(() => page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2));
      } else {
        await follow(() => page.mouse.click(box.x + box.width / 2, box.y + box.height / 2));
        await follow(() => link.press('Enter'));
      }
      await expect(link).toBeAttached();
    });
  });
}

test('a limit of the calculator is corrected as the same limit of its page', async ({ page }) => {
  await openPage(page);
  await press(page, /other limits hold/);
  const links = page.getByRole('link', { name: /^Wrong\? Correct it: / });
  expect(await links.count()).toBeGreaterThan(5);
  const known = new Set(Object.values(pages).flatMap(hrefsOf));
  const addresses = await links.evaluateAll((all) => all.map((link) => link.href));
  expect(addresses.filter((address) => known.has(address)).length).toBeGreaterThan(5);
});

test('without JavaScript the page says where they are', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/');
  await page.getByRole('link', { name: 'All platforms and their prices' }).click();
  await expect(page).toHaveURL(/\/platforms\/$/);
  await context.close();
});
