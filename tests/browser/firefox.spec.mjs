// The page in Firefox. Playwright drives no Firefox as Debian ships it, so puppeteer does; controls are found by role and
// name here too. What the page can do is tested in Chromium; here it is shown to be the same page in another browser.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchFirefox } from '../../tools/firefox.mjs';
import { violations } from './axe.mjs';
import { TODAY } from './page.mjs';

let firefox;
let page;
let faults;

test.describe.configure({ mode: 'serial', timeout: 120_000 });

test.beforeAll(async () => {
  firefox = await launchFirefox();
});

test.afterAll(() => firefox?.close());

test.beforeEach(async ({ baseURL }) => {
  page = await newPage(baseURL);
});

test.afterEach(async () => {
  await page.close();
  expect(faults).toEqual([]);
});

async function newPage(address, browser = firefox.browser) {
  const fresh = await browser.newPage();
  faults = [];
  fresh.on('pageerror', (error) => faults.push(error.message));
  fresh.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  await fresh.evaluateOnNewDocument((today) => {
    const now = Date.parse(`${today}T12:00:00Z`);
    globalThis.Date = class extends Date {
      constructor(...given) {
        super(...(given.length ? given : [now]));
      }
      static now() {
        return now;
      }
    };
  }, TODAY);
  await fresh.goto(address);
  await fresh.waitForFunction(() => window.tollmeter?.ready);
  await atRest(fresh);
  return fresh;
}

const atRest = (of = page) => of.evaluate(() => window.tollmeter.idle());
const control = (role, name) => page.waitForSelector(`aria/${name}[role="${role}"]`, { timeout: 10_000 });
const said = (element) => element.evaluate((e) => e.getAttribute('aria-valuetext'));
const text = async () => {
  await atRest();
  return page.evaluate(() => document.getElementById('mirror').textContent);
};

async function type(name, value) {
  const field = await control('textbox', name);
  await field.focus();
  await page.keyboard.down('Control');
  await page.keyboard.press('a');
  await page.keyboard.up('Control');
  await page.keyboard.type(value);
  await page.keyboard.press('Enter');
}

async function press(role, name) {
  await (await control(role, name)).click();
  await atRest();
}

// How many colours stand on the canvas: a picture has many, an empty canvas one.
async function colours() {
  const picture = await page.screenshot({ encoding: 'base64' });
  return page.evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const surface = new OffscreenCanvas(image.width, image.height).getContext('2d');
    surface.drawImage(image, 0, 0);
    return new Set(new Uint32Array(surface.getImageData(0, 0, image.width, image.height).data.buffer)).size;
  }, picture);
}

test('it has a WebGL context and draws the story of spring 2023', async () => {
  expect(await page.evaluate(() => !!document.getElementById('canvas').getContext('webgl2'))).toBe(true);
  expect(await colours()).toBeGreaterThan(100);
  expect(await text()).toContain('$100.00');
  expect(await text()).toContain('about $42,000');
});

test('a typed quantity moves every number, undo brings it back', async () => {
  await type('Posts read', '9k');
  expect(await text()).toContain('no breach');
  await press('button', 'Undo');
  await expect.poll(text).not.toContain('no breach'); // what is spoken stands until it has stood still
});

test('a slider answers the keyboard, and the pointer on the canvas', async () => {
  const slider = await control('slider', 'Posts read');
  const start = await said(slider);
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  await atRest();
  const keyed = await said(slider);
  expect(keyed).not.toBe(start);
  const box = await slider.boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.9, box.y + box.height / 2, { steps: 5 });
  await page.mouse.up();
  await atRest();
  expect(await said(slider)).not.toBe(keyed);
});

test('a plan is chosen from the list', async () => {
  const plan = await control('combobox', 'Plan of X (Twitter)');
  const free = await plan.evaluate((e) => [...e.options].findIndex((option) => option.text.startsWith('Free')));
  await plan.evaluate((e, index) => {
    e.selectedIndex = index;
    e.dispatchEvent(new Event('change', { bubbles: true }));
  }, free);
  await atRest();
  expect(await plan.evaluate((e) => e.selectedOptions[0].text)).toMatch(/^Free/);
});

test('a link opens as the same calculation', async ({ baseURL }) => {
  await type('Posts read', '12,345');
  await atRest();
  const fragment = await page.evaluate(() => location.hash);
  const before = await text();
  const again = await newPage(`${baseURL}/${fragment}`);
  await page.close();
  page = again;
  expect(await (await control('textbox', 'Posts read')).evaluate((e) => e.value)).toContain('12,345');
  for (const amount of before.match(/\$[\d,.]+/g).slice(0, 5)) expect(await text()).toContain(amount);
});

test('the charts of the second part are drawn', async () => {
  await press('tab', 'Cost curve');
  expect(await text()).toContain('at most 10,000 posts read a month on Basic');
  await press('tab', 'Growth');
  expect(await text()).toContain('Percent a month');
});

test('without WebGL the mirror is the page', async ({ baseURL }) => {
  const without = await launchFirefox({ 'webgl.disabled': true });
  try {
    const plain = await newPage(baseURL, without.browser);
    expect(await plain.evaluate(() => document.createElement('canvas').getContext('webgl2'))).toBe(null);
    const field = await plain.waitForSelector('aria/Posts read[role="textbox"]', { visible: true });
    await field.click({ count: 3 });
    await plain.keyboard.type('9k');
    await plain.keyboard.press('Enter');
    await atRest(plain);
    expect(await plain.evaluate(() => document.body.innerText)).toContain('no breach');
    expect(await plain.evaluate(() => getComputedStyle(document.querySelector('#mirror h1')).color)).not.toBe('rgba(0, 0, 0, 0)');
  } finally {
    await without.close();
  }
});

test('a browser that keeps nothing says so once, and the address holds all', async ({ baseURL }) => {
  const without = await launchFirefox({ 'dom.storage.enabled': false, 'dom.serviceWorkers.enabled': false });
  try {
    await page.close();
    page = await newPage(baseURL, without.browser);
    expect(await page.evaluate(() => window.localStorage)).toBe(null);
    await type('Posts read', '9k');
    await atRest();
    await expect.poll(() => page.evaluate(() => document.querySelector('#update [role=status]')?.textContent)).toContain('This browser keeps nothing');
    await page.reload();
    await page.waitForFunction(() => window.tollmeter?.ready);
    expect(await (await control('textbox', 'Posts read')).evaluate((e) => e.value)).toBe('9k');
  } finally {
    await without.close();
    page = await newPage(baseURL);
  }
});

test('without the program the page says so, and a reload brings it', async ({ baseURL }) => {
  await page.evaluateOnNewDocument(() => {
    const get = fetch;
    globalThis.fetch = (path, ...more) =>
      path === 'tollmeter.wasm' && !sessionStorage.once ? ((sessionStorage.once = 'yes'), Promise.resolve(new Response('', { status: 404 }))) : get(path, ...more);
  });
  await page.goto(`${baseURL}/?again`);
  await page.waitForSelector('#notice [role=alert]');
  expect(await page.evaluate(() => document.querySelector('#notice [role=alert]').textContent)).toBe(
    'Tollmeter could not start. tollmeter.wasm could not be loaded: the server answered 404.',
  );
  await (await control('button', 'Reload the page')).click();
  await page.waitForFunction(() => window.tollmeter?.ready);
});

test('axe-core finds nothing, with a dialog open and closed', async () => {
  expect(await violations(page)).toEqual([]);
  await press('button', 'Share');
  expect(await violations(page)).toEqual([]);
});

test('Tab goes through the page in reading order, and a dialog gives the focus back', async () => {
  const count = await page.evaluate(() => {
    const all = [...document.querySelectorAll('#mirror :is(a, button, input, select)')];
    all.forEach((element, place) => (element.dataset.place = place));
    all[0].focus();
    return all.length;
  });
  for (let place = 1; place < count; place += 1) {
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => Number(document.activeElement.dataset.place))).toBe(place);
  }
  const menu = await control('button', 'Menu');
  await menu.focus();
  await page.keyboard.press('Enter');
  await atRest();
  const focused = () => page.evaluate(() => document.activeElement.textContent);
  await page.keyboard.press('ArrowDown');
  expect(await focused()).toBe('English');
  await page.keyboard.press('ArrowDown');
  expect(await focused()).toBe('Export, print or save a picture');
  await page.keyboard.press('End');
  expect(await focused()).toBe('Start empty');
  await page.keyboard.press('ArrowUp');
  expect(await focused()).toBe('All platforms and their prices');
  await page.keyboard.press('Escape');
  await atRest();
  expect(await focused()).toBe('Menu');
});

test('a total that changed is said once, when it stands still', async () => {
  await new Promise((resolve) => setTimeout(resolve, 700));
  await page.evaluate(() => {
    window.spoken = [];
    const note = () => window.spoken.push(document.querySelector('#mirror [role=status]').textContent);
    new MutationObserver(note).observe(document.querySelector('#mirror [role=status]'), { childList: true, characterData: true, subtree: true });
  });
  await type('Posts read', '9k');
  await page.waitForFunction(() => window.spoken.length > 0);
  expect(await page.evaluate(() => window.spoken)).toEqual([expect.stringContaining('no breach')]);
});

test('in colours of the person’s own, and with text twice as large, the page is all there', async ({ baseURL }) => {
  const other = await launchFirefox({ 'browser.display.document_color_use': 2, 'font.size.variable.x-western': 32 });
  try {
    const own = await newPage(baseURL, other.browser);
    const found = await own.evaluate(() => ({
      forced: matchMedia('(forced-colors: active)').matches,
      size: getComputedStyle(document.querySelector('#mirror button')).fontSize,
      opacity: getComputedStyle(document.querySelector('#mirror button')).opacity,
      over: document.documentElement.scrollWidth - innerWidth,
    }));
    expect(found).toEqual({ forced: true, size: '28px', opacity: '1', over: 0 });
  } finally {
    await other.close();
  }
});

test('after one visit the page opens without its server', async () => {
  const root = join(import.meta.dirname, '../..');
  const server = spawn(join(root, 'tools/node'), [join(root, 'tools/serve.mjs'), '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  try {
    const said = await new Promise((resolve) => server.stdout.once('data', (data) => resolve(String(data))));
    const address = /http:\/\/[\d.]+:\d+/.exec(said)[0];
    const visited = await newPage(address);
    await page.close();
    page = visited;
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    server.kill();
    await ended;
    await page.reload();
    await page.waitForFunction(() => window.tollmeter?.ready);
    expect(await text()).toContain('about $42,000');
    await press('tab', 'Cost curve');
    expect(await text()).toContain('at most 10,000 posts read a month on Basic');
  } finally {
    server.kill();
  }
});
