// What a person has set is respected: colours of their own, contrast, less motion, larger text, a zoomed page.
import { expect, test } from '@playwright/test';
import { atRest, openPage } from './page.mjs';
import { near, picture } from './pixels.mjs';
import { button, goTo, press, type } from './survey.mjs';

const white = [255, 255, 255];

// The colour that differs most from the ground within an element's box: that of its text, in the middle of a stroke.
async function ink(page, locator, ground = white) {
  const box = await locator.boundingBox();
  const image = await picture(page);
  let found = ground;
  const away = (colour) => colour.reduce((sum, value, i) => sum + Math.abs(value - ground[i]), 0);
  for (let x = box.x; x < box.x + box.width; x += 1 / image.density) {
    for (let y = box.y; y < box.y + box.height; y += 1 / image.density) {
      const colour = image.at(x, y);
      if (away(colour) > away(found)) found = colour;
    }
  }
  return found;
}

test('more contrast: what is dim elsewhere is as dark as the text, borders too', async ({ page }) => {
  await openPage(page);
  const dim = page.getByText('before tax', { exact: true }).first();
  const usual = await ink(page, dim);
  expect(near(usual, [0x56, 0x60, 0x6d])).toBe(true);
  await page.emulateMedia({ contrast: 'more' });
  await atRest(page);
  expect(near(await ink(page, dim), [0x12, 0x16, 0x1d])).toBe(true);
  await page.emulateMedia({ contrast: 'more', colorScheme: 'dark' });
  await atRest(page);
  expect(near(await ink(page, dim, [0x16, 0x1b, 0x22]), [0xe8, 0xec, 0xf2])).toBe(true);
});

test('in colours of the person’s own the mirror is the page, and gives it back', async ({ page }) => {
  await openPage(page);
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  await atRest(page);
  const share = button(page, 'Share');
  const style = () => share.evaluate((element) => [getComputedStyle(element).opacity, getComputedStyle(element).color]);
  await expect.poll(async () => (await style())[0]).toBe('1');
  const system = await page.evaluate(() => {
    const probe = document.createElement('p');
    probe.style.color = 'ButtonText';
    document.body.append(probe);
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  });
  expect((await style())[1]).toBe(system);
  await type(page, 'Posts read', '9k');
  await expect(page.getByText('no breach').first()).toBeVisible();
  const frames = await page.evaluate(() => window.tollmeter.frames());
  await page.emulateMedia({ forcedColors: 'none', colorScheme: 'light' });
  await atRest(page);
  await expect.poll(() => page.evaluate(() => window.tollmeter.frames())).toBeGreaterThan(frames);
  await expect.poll(async () => (await style())[0]).toBe('0');
});

test('what is chosen and what is disabled can be told in such colours', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await openPage(page);
  await press(page, 'Menu');
  const colours = (name) =>
    page.getByRole('tab', { name, exact: true }).evaluate((tab) => [getComputedStyle(tab).color, getComputedStyle(tab).backgroundColor].join());
  expect(await colours('System')).not.toBe(await colours('Light'));
});

// As the browser's own setting for the size of text does.
async function setTextSize(page, times) {
  const client = await page.context().newCDPSession(page);
  await client.send('Page.setFontSizes', { fontSizes: { standard: Math.round(16 * times), fixed: Math.round(13 * times) } });
}

// Elements that would be seen and reach over the window's sides, or whose text would not fit its line.
const cut = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('#mirror :is(button, input, select, p, h1, h2, h3, td, th)')]
      .filter((element) => !element.closest('[inert]') && element.getAttribute('role') !== 'status' && element.className !== 'alert')
      .map((element) => [element, element.getBoundingClientRect()])
      .filter(([, box]) => box.width > 0 && (box.x < -1 || box.right > innerWidth + 1))
      .map(([element, box]) => `${element.ariaLabel || element.textContent}: ${Math.round(box.x)} to ${Math.round(box.right)}`),
  );

for (const [times, width] of [[1.5, 1440], [2, 1440], [1.2, 390]]) {
  test(`text ${times} times as large, ${width} wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await setTextSize(page, times);
    await openPage(page);
    expect(await cut(page)).toEqual([]);
    const usual = times === 1.5 ? 30 : 20; // in the phone's layout, which is also that of a desktop with text twice as large
    // As large as it fits: on a phone the figures shrink.
    const figure = page.locator('#mirror').getByText('$100.00', { exact: true }).first();
    expect((await figure.boundingBox()).height).toBeGreaterThan(usual * times);
    // The slider is where it is drawn, and answers the pointer there.
    const slider = page.getByRole('slider', { name: 'Posts read' });
    await slider.focus();
    await atRest(page);
    const before = await slider.getAttribute('aria-valuetext');
    const box = await slider.boundingBox();
    await page.mouse.click(box.x + box.width * 0.8, box.y + box.height / 2);
    await atRest(page);
    expect(await slider.getAttribute('aria-valuetext')).not.toBe(before);
    expect(Number(await slider.inputValue())).toBeCloseTo(0.8, 1);
    const field = page.getByRole('textbox', { name: 'Posts read', exact: true });
    await field.click();
    expect(await field.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize))).toBeGreaterThanOrEqual(14);
    for (const view of ['Breaks', 'Bill', 'Charts']) {
      await goTo(page, view);
      expect(await cut(page), view).toEqual([]);
    }
  });
}

test('where text is too large for a layout of 320 pixels the mirror is the page, and gives it back', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await setTextSize(page, 2);
  await openPage(page);
  expect(await button(page, 'Share').evaluate((element) => getComputedStyle(element).fontSize)).toBe('28px');
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  const opacity = () => button(page, 'Share').evaluate((element) => getComputedStyle(element).opacity);
  expect(await opacity()).toBe('1');
  await page.setViewportSize({ width: 844, height: 390 });
  await expect.poll(opacity).toBe('0');
});

// 1280 × 1024, zoomed.
for (const [percent, viewport] of [[200, { width: 640, height: 512 }], [400, { width: 320, height: 256 }]]) {
  test.describe(`zoomed to ${percent} %`, () => {
    test.use({ viewport, deviceScaleFactor: percent / 100 });

    test(`everything is there at ${percent} %`, async ({ page }) => {
      test.setTimeout(60_000);
      await openPage(page);
      expect(await cut(page)).toEqual([]);
      // The verdict is seen, by scrolling if need be, and so is the last control of each view.
      for (const view of ['Usage', 'Breaks', 'Bill', 'Charts']) {
        await goTo(page, view);
        expect(await cut(page), view).toEqual([]);
        const tab = page.getByRole('tab', { name: new RegExp(`^${view}`) });
        const last = page.getByRole('main').locator('button, input, select').filter({ hasNot: tab });
        const controls = await last.count();
        const control = last.nth(controls - 5); // the four tabs come last
        await control.focus();
        await atRest(page);
        const box = await control.boundingBox();
        const bar = await tab.boundingBox();
        expect(box.y).toBeGreaterThanOrEqual(0);
        expect(Math.round(box.y + Math.min(box.height, 44))).toBeLessThanOrEqual(Math.round(bar.y) + 1);
      }
      for (const opener of ['Menu', 'Share', /^Prices of/]) {
        await press(page, opener);
        expect(await cut(page), String(opener)).toEqual([]);
        await page.keyboard.press('End');
        await page.keyboard.press('Escape');
        await atRest(page);
      }
    });
  });
}

test('on a low window the verdict scrolls with the rest', async ({ page }) => {
  await page.setViewportSize({ width: 844, height: 390 });
  await openPage(page);
  const figure = page.locator('#mirror .large').first();
  const before = await figure.boundingBox();
  await page.mouse.move(400, 200);
  await page.mouse.wheel(0, 120);
  await atRest(page);
  expect((await figure.boundingBox()).y).toBeLessThan(before.y - 60);
});

test.describe('less motion', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 640 } });

  for (const reducedMotion of ['no-preference', 'reduce']) {
    test(`a thrown page glides unless less motion is asked for: ${reducedMotion}`, async ({ page }) => {
      await page.emulateMedia({ reducedMotion });
      await openPage(page);
      const heading = page.getByRole('heading', { name: 'X (Twitter)' });
      const start = await heading.boundingBox();
      // From within the page: a throw is over before a driver could tell of its second movement.
      await page.evaluate(async () => {
        const finger = (kind, clientY) =>
          document.body.dispatchEvent(
            new PointerEvent(kind, { pointerType: 'touch', isPrimary: true, clientX: 200, clientY, bubbles: true, pointerId: 7 }),
          );
        finger('pointerdown', 500);
        for (let y = 490; y >= 420; y -= 10) {
          finger('pointermove', y);
          await new Promise((resolve) => setTimeout(resolve, 4));
        }
        finger('pointerup', 420);
      });
      await atRest(page);
      const end = await heading.boundingBox();
      const moved = start.y - end.y;
      if (reducedMotion === 'reduce') expect(moved).toBeLessThan(120);
      else expect(moved).toBeGreaterThan(140);
    });
  }
});
