// The browser platform: frames, canvas, security, address, clipboard, and what is said when something is missing.
import { expect, test } from '@playwright/test';
import { atRest, fragment, openPage, ready } from './page.mjs';
import { colours, picture } from './pixels.mjs';

const frames = (page) => page.evaluate(() => window.tollmeter.frames());
const slider = (page) => page.getByRole('slider', { name: 'Posts read' });

async function drag(page, steps = 20) {
  const box = await slider(page).boundingBox();
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width * 0.3, y);
  await page.mouse.down();
  for (let i = 1; i <= steps; i += 1) await page.mouse.move(box.x + box.width * (0.3 + (0.3 * i) / steps), y);
  await page.mouse.up();
  await atRest(page);
}

test('a page at rest draws nothing, input draws', async ({ page }) => {
  await openPage(page);
  await page.mouse.move(700, 450);
  await atRest(page);
  const before = await frames(page);
  await page.mouse.move(720, 460);
  await atRest(page);
  const moved = await frames(page);
  expect(moved).toBeGreaterThan(before);
  await page.waitForTimeout(10_000);
  expect(await frames(page)).toBe(moved);
});

test('a hidden tab draws nothing and catches up when it is seen again', async ({ page }) => {
  await openPage(page);
  const hide = (hidden) =>
    page.evaluate((value) => {
      Object.defineProperty(document, 'hidden', { configurable: true, get: () => value });
      document.dispatchEvent(new Event('visibilitychange'));
    }, hidden);
  await hide(true);
  const before = await frames(page);
  await page.mouse.move(300, 300);
  await page.mouse.move(400, 400);
  await page.waitForTimeout(200);
  expect(await frames(page)).toBe(before);
  await hide(false);
  await atRest(page);
  expect(await frames(page)).toBeGreaterThan(before);
});

test('midnight passes: a page seen again knows the new day', async ({ page }) => {
  await openPage(page, { today: '2026-11-23' });
  await page.getByRole('button', { name: 'Today', exact: true }).click();
  await atRest(page);
  expect(await fragment(page)).toContain('2026-11-23');
  await page.clock.setFixedTime(new Date('2026-11-25T12:00:00Z'));
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await page.getByRole('button', { name: 'Previous change' }).click();
  await page.getByRole('button', { name: 'Today', exact: true }).click();
  await atRest(page);
  expect(await fragment(page)).toContain('2026-11-25');
});

test('a lost context comes back, and controls work meanwhile', async ({ page }) => {
  await openPage(page);
  const lose = () =>
    page.evaluate(() => {
      window.loss ??= document.getElementById('canvas').getContext('webgl2').getExtension('WEBGL_lose_context');
      const lost = new Promise((resolve) =>
        document.getElementById('canvas').addEventListener('webglcontextlost', resolve, { once: true }),
      );
      window.loss.loseContext();
      return lost.then(() => {});
    });
  const restore = () =>
    page.evaluate(() => {
      const restored = new Promise((resolve) =>
        document.getElementById('canvas').addEventListener('webglcontextrestored', resolve, { once: true }),
      );
      window.loss.restoreContext();
      return restored.then(() => {});
    });

  const before = await picture(page);
  expect(colours(before)).toBeGreaterThan(50);
  await lose();
  await restore();
  await atRest(page);
  const after = await picture(page);
  expect(after.bytes.equals(before.bytes)).toBe(true);

  await lose();
  const said = await slider(page).getAttribute('aria-valuetext');
  await slider(page).press('End');
  await atRest(page);
  expect(await slider(page).getAttribute('aria-valuetext')).not.toBe(said);
  await restore();
  await atRest(page);
  const changed = await picture(page);
  expect(colours(changed)).toBeGreaterThan(50);
  expect(changed.bytes.equals(before.bytes)).toBe(false);
});

for (const density of [1, 1.5, 2, 3]) {
  test.describe(`at density ${density}`, () => {
    test.use({ deviceScaleFactor: density, viewport: { width: 801, height: 603 } });

    test('the canvas has a pixel for each of the screen', async ({ page }) => {
      await openPage(page);
      const size = () => page.evaluate(() => [document.getElementById('canvas').width, document.getElementById('canvas').height]);
      expect(await size()).toEqual([Math.round(801 * density), Math.round(603 * density)]);
      await page.setViewportSize({ width: 1003, height: 701 });
      await atRest(page);
      expect(await size()).toEqual([Math.round(1003 * density), Math.round(701 * density)]);
      // The last row and column are drawn too.
      const image = await picture(page);
      expect(image.at(1002.9, 350)).not.toEqual([0, 0, 0]);
      expect(image.at(500, 700.9)).not.toEqual([0, 0, 0]);
    });
  });
}

test('density that changes under the page is followed', async ({ page }) => {
  await openPage(page);
  const client = await page.context().newCDPSession(page);
  await client.send('Emulation.setDeviceMetricsOverride', { width: 720, height: 450, deviceScaleFactor: 2, mobile: false });
  await expect.poll(() => page.evaluate(() => document.getElementById('canvas').width)).toBe(1440);
  await atRest(page);
  const share = await page.getByRole('button', { name: 'Share', exact: true }).boundingBox();
  expect(share.x + share.width).toBeLessThanOrEqual(720);
});

test('light and dark follow the system', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await openPage(page);
  const [light] = (await picture(page)).at(2, 400);
  await page.emulateMedia({ colorScheme: 'dark' });
  await atRest(page);
  const [dark] = (await picture(page)).at(2, 400);
  expect(light).toBeGreaterThan(200);
  expect(dark).toBeLessThan(60);
});

test('cursor shapes are those of what is under the pointer', async ({ page }) => {
  await openPage(page);
  const cursor = () => page.evaluate(() => getComputedStyle(document.documentElement).cursor);
  await page.mouse.move(5, 895);
  await atRest(page);
  expect(await cursor()).toBe('default');
  await page.getByRole('button', { name: 'Share', exact: true }).hover();
  await atRest(page);
  expect(await cursor()).toBe('pointer');
});

test.describe('security', () => {
  test('a forbidden request is blocked by the policy', async ({ page }) => {
    await openPage(page);
    const blocked = await page.evaluate(async () => {
      const violation = new Promise((resolve) =>
        document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), { once: true }),
      );
      const failed = await fetch('https://example.org/collect').then(() => false, () => true);
      return { failed, directive: await violation };
    });
    expect(blocked).toEqual({ failed: true, directive: 'connect-src' });
  });

  test('the policy forbids inline scripts, eval, forms and text as HTML', async ({ page }) => {
    await openPage(page);
    const directives = await page.evaluate(async () => {
      const seen = [];
      document.addEventListener('securitypolicyviolation', (event) => seen.push(event.effectiveDirective));
      const script = document.createElement('script');
      try {
        script.textContent = 'window.injected = true';
        document.body.append(script);
      } catch {
        seen.push('trusted-types');
      }
      try {
        document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="window.injected = true">');
      } catch {
        seen.push('trusted-types');
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
      return { injected: window.injected ?? false, seen };
    });
    expect(directives.injected).toBe(false);
    expect(directives.seen.length).toBeGreaterThan(0);
  });

  test('nothing is fetched from elsewhere, nothing at all while using the page', async ({ page, baseURL }) => {
    const requests = [];
    page.on('request', (request) => request.url().startsWith('data:') || requests.push(request.url()));
    const faults = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    await openPage(page);
    expect(requests.filter((url) => !url.startsWith(`${baseURL}/`))).toEqual([]);
    expect(new Set(requests).size).toBe(requests.length); // and nothing twice
    requests.length = 0;
    await drag(page);
    const field = page.getByRole('textbox', { name: 'Posts read', exact: true });
    await field.fill('400/day');
    await field.press('Enter');
    await atRest(page);
    expect(requests).toEqual([]);
    expect(faults).toEqual([]);
  });
});

test.describe('the address', () => {
  test('a drag is one entry of the history, and few writes', async ({ page }) => {
    await page.addInitScript(() => {
      window.writes = 0;
      for (const name of ['pushState', 'replaceState']) {
        const original = history[name];
        history[name] = function write(...values) {
          window.writes += 1;
          return original.apply(this, values);
        };
      }
    });
    await openPage(page);
    const length = () => page.evaluate(() => history.length);
    const [before, writes] = [await length(), await page.evaluate(() => window.writes)];
    await drag(page, 60);
    expect(await length()).toBe(before + 1);
    expect((await page.evaluate(() => window.writes)) - writes).toBeLessThanOrEqual(3);
  });

  test('Back and Forward bring calculations back', async ({ page }) => {
    await openPage(page);
    const start = await slider(page).getAttribute('aria-valuetext');
    await drag(page);
    const dragged = await slider(page).getAttribute('aria-valuetext');
    expect(dragged).not.toBe(start);
    await page.goBack();
    await atRest(page);
    expect(await slider(page).getAttribute('aria-valuetext')).toBe(start);
    await page.goForward();
    await atRest(page);
    expect(await slider(page).getAttribute('aria-valuetext')).toBe(dragged);
  });

  test('a hundred quick changes stay below what browsers allow', async ({ page }) => {
    await openPage(page);
    const before = await page.evaluate(() => history.length);
    await slider(page).focus();
    for (let i = 0; i < 100; i += 1) await page.keyboard.press(i % 2 ? 'ArrowLeft' : 'ArrowRight');
    await slider(page).press('End');
    await atRest(page);
    expect((await page.evaluate(() => history.length)) - before).toBeLessThan(50);
    const link = await fragment(page);
    await page.reload();
    await ready(page);
    expect(await fragment(page)).toBe(link);
  });
});

for (const native of [true, false]) {
  test(`copying works ${native ? 'with' : 'without'} the clipboard interface`, async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    if (!native) {
      await page.addInitScript(() => {
        window.clipboard = navigator.clipboard;
        Object.defineProperty(navigator, 'clipboard', { value: undefined });
      });
    }
    await openPage(page);
    await page.getByRole('button', { name: /copy as table/ }).or(page.getByRole('link', { name: /copy as table/ })).click();
    await atRest(page);
    const text = await page.evaluate(() => (window.clipboard ?? navigator.clipboard).readText());
    expect(text).toContain('Posts read');
  });
}

test.describe('by touch', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 640 } });

  // A finger that moves in steps, as the browser would tell it.
  async function swipe(page, from, to, steps = 12) {
    const client = await page.context().newCDPSession(page);
    const at = (part) => [{ x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }];
    await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) });
    for (let i = 1; i <= steps; i += 1) {
      await client.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(i / steps) });
    }
    await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await atRest(page);
  }

  test('up and down scrolls, sideways slides, a tap presses', async ({ page }) => {
    await openPage(page);
    const knob = page.getByRole('slider').first();
    const said = () => knob.getAttribute('aria-valuetext');
    const start = await said();
    const box = await knob.boundingBox();
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };

    await swipe(page, middle, { x: middle.x, y: middle.y - 200 });
    expect(await said()).toBe(start);
    const scrolled = await knob.boundingBox();
    expect(scrolled.y).toBeLessThan(box.y - 100);

    await swipe(page, { x: middle.x, y: 300 }, { x: middle.x, y: 620 });
    const back = await knob.boundingBox();
    await swipe(page, { x: back.x + 40, y: back.y + back.height / 2 }, { x: back.x + 160, y: back.y + back.height / 2 });
    expect(await said()).not.toBe(start);

    await page.getByRole('button', { name: 'Share', exact: true }).tap();
    await atRest(page);
    await expect(page.getByRole('dialog')).toHaveCount(1);
  });

  test('a tap edits a text field, a scroll that begins on one does not', async ({ page }) => {
    await openPage(page);
    const field = page.getByRole('textbox').first();
    const box = await field.boundingBox();
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    await swipe(page, middle, { x: middle.x, y: middle.y - 150 });
    await expect(field).not.toBeFocused();
    await swipe(page, { x: middle.x, y: 300 }, { x: middle.x, y: 620 });
    await field.tap();
    await atRest(page);
    await expect(field).toBeFocused();
    expect(Number.parseFloat(await field.evaluate((element) => getComputedStyle(element).fontSize))).toBeGreaterThanOrEqual(16);
  });
});

test.describe('one clear sentence', () => {
  const say = (page) => page.locator('#say');

  test('without WebAssembly', async ({ page }) => {
    await page.addInitScript(() => {
      delete window.WebAssembly;
    });
    await page.goto('/');
    await expect(say(page)).toContainText('WebAssembly');
  });

  test('when a file is missing', async ({ page }) => {
    await page.route('**/catalog.json', (route) => route.fulfill({ status: 404 }));
    await page.goto('/');
    await expect(say(page)).toContainText('catalog.json could not be loaded: the server answered 404');
  });

  test('while it loads slowly, how far that is', async ({ page }) => {
    let release;
    const held = new Promise((resolve) => (release = resolve));
    await page.route('**/fonts/Inter-SemiBold.otf', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto('/');
    await expect(say(page)).toContainText(/Loading: [1-9]\d* KB/);
    await expect(page.getByRole('progressbar')).toBeVisible();
    release();
    await ready(page);
    await expect(page.locator('#notice')).toBeHidden();
  });

  test('when the program stops, with the address kept', async ({ page }) => {
    // The program is stopped as a fault would: its memory is gone from under it.
    await page.addInitScript(() => {
      const instantiate = WebAssembly.instantiate;
      WebAssembly.instantiate = async (...values) => {
        const instance = await instantiate.apply(WebAssembly, values);
        const exports = Object.fromEntries(
          Object.entries(instance.exports).map(([name, value]) => [
            name,
            typeof value !== 'function'
              ? value
              : (...args) => {
                  if (window.fail) throw new WebAssembly.RuntimeError('unreachable');
                  return value(...args);
                },
          ]),
        );
        return { exports };
      };
    });
    await openPage(page);
    const link = await fragment(page);
    await page.evaluate(() => (window.fail = true));
    await page.mouse.move(10, 10);
    await expect(say(page)).toContainText('stopped. Reload the page');
    expect(await fragment(page)).toBe(link);
    await expect(page.getByRole('button', { name: 'Reload the page' })).toBeVisible();
  });
});

test('the wheel with Ctrl zooms a chart, not the page; links do the same by keyboard', async ({ page }) => {
  await openPage(page);
  const chart = page.getByRole('slider', { name: 'Price history: date of the prices' });
  await chart.scrollIntoViewIfNeeded();
  const box = await chart.boundingBox();
  await expect(page.getByRole('button', { name: 'show all' })).toHaveCount(0);
  await page.keyboard.down('Control');
  await page.mouse.move(box.x + box.width / 2, box.y + 40);
  await page.mouse.wheel(0, -200);
  await page.keyboard.up('Control');
  await atRest(page);
  await expect(page.getByRole('button', { name: 'show all' })).toHaveCount(1);
  expect(await page.evaluate(() => [devicePixelRatio, visualViewport.scale])).toEqual([1, 1]);
  await page.getByRole('button', { name: 'show all' }).focus();
  await page.keyboard.press('Enter');
  await atRest(page);
  await expect(page.getByRole('button', { name: 'show all' })).toHaveCount(0);
});
