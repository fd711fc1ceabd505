// Ways to put things in: fingers, pen, the on-screen keyboard, an input method, the clipboard.
import { expect, test } from '@playwright/test';
import { atRest, expectText, fragment, openPage } from './page.mjs';
import { button, chooseChart, goTo, press } from './survey.mjs';

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const postsRead = (page) => page.getByRole('textbox', { name: 'Posts read', exact: true });

test.describe('with fingers', () => {
  test.use(phone);

  test('a long press is one press, and calls up nothing of the browser’s', async ({ page }) => {
    await openPage(page);
    await page.evaluate(() => {
      window.menus = 0;
      addEventListener('contextmenu', (event) => (window.menus += event.defaultPrevented ? 0 : 1));
    });
    const box = await button(page, 'Menu').boundingBox();
    const client = await page.context().newCDPSession(page);
    const at = [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }];
    await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at });
    await page.waitForTimeout(900);
    await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await atRest(page);
    await expect(page.getByRole('dialog', { name: 'Menu' })).toHaveCount(1);
    expect(await page.evaluate(() => [window.menus, getSelection().toString()])).toEqual([0, '']);
  });

  test('fields for numbers call up the keyboard for numbers', async ({ page }) => {
    await openPage(page);
    const modes = await page
      .getByRole('textbox')
      .evaluateAll((all) => all.map((field) => [field.ariaLabel, field.inputMode, field.enterKeyHint, field.autocomplete]));
    expect(modes.length).toBeGreaterThan(1);
    for (const [name, ...mode] of modes) expect(mode, name).toEqual(['decimal', 'done', 'off']);
    await press(page, '+ Add a platform');
    await expect(page.getByRole('dialog').getByRole('textbox')).toHaveAttribute('inputmode', 'text');
  });

  test('two fingers zoom the price history', async ({ page }) => {
    await openPage(page);
    await goTo(page, 'Charts');
    const chart = page.getByRole('slider', { name: 'Price history: date of the prices' });
    const { x, y, width, height } = await chart.boundingBox();
    const client = await page.context().newCDPSession(page);
    const touch = (type, touchPoints) => client.send('Input.dispatchTouchEvent', { type, touchPoints });
    const pair = (apart) => [-1, 1].map((side, id) => ({ x: x + width / 2 + side * apart, y: y + height / 2, id }));
    await touch('touchStart', pair(20));
    for (const apart of [30, 45, 60, 80]) await touch('touchMove', pair(apart));
    await touch('touchEnd', []);
    await atRest(page);
    await expect(button(page, 'show all')).toBeAttached();
    expect(await page.evaluate(() => visualViewport.scale)).toBe(1);
  });
});

test('a pen drags a slider', async ({ page }) => {
  await openPage(page);
  const slider = page.getByRole('slider', { name: 'Posts read' });
  const box = await slider.boundingBox();
  const y = box.y + box.height / 2;
  const client = await page.context().newCDPSession(page);
  const pen = (type, part, buttons = 1) =>
    client.send('Input.dispatchMouseEvent', { type, x: box.x + box.width * part, y, button: 'left', buttons, clickCount: 1, pointerType: 'pen' });
  await pen('mouseMoved', 0.3, 0);
  await pen('mousePressed', 0.3);
  for (const part of [0.4, 0.5, 0.6]) await pen('mouseMoved', part);
  await pen('mouseReleased', 0.6, 0);
  await atRest(page);
  expect(Number(await slider.inputValue())).toBeCloseTo(0.6, 1);
});

test('an input method composes a title, and Enter within it commits nothing', async ({ page }) => {
  await openPage(page);
  await press(page, /^Title: /);
  const field = page.getByRole('textbox', { name: 'Title of this calculation' });
  await field.focus();
  await field.fill('');
  const client = await page.context().newCDPSession(page);
  await client.send('Input.imeSetComposition', { text: 'にほ', selectionStart: 2, selectionEnd: 2 });
  await atRest(page);
  await expect(field).toHaveValue('にほ');
  // The Enter that chooses what was composed is the input method's.
  await field.evaluate((element) =>
    element.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true })),
  );
  await atRest(page);
  expect(decodeURIComponent(await fragment(page))).not.toContain('にほ');
  await expect(field).toHaveValue('にほ');
  await client.send('Input.insertText', { text: '日本の計算' });
  await field.press('Enter');
  await atRest(page);
  await expect(page).toHaveTitle('日本の計算 – Tollmeter');
  expect(decodeURIComponent(await fragment(page))).toContain('日本の計算');
});

test('what people have in the clipboard is pasted as the number it means', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openPage(page);
  const slider = page.getByRole('slider', { name: 'Posts read' });
  const pasted = { '1,500': '1,500', '1 500': '1,500', '2e6': '2,000,000', '3M': '3,000,000', ' 9 000 \n': '9,000' };
  for (const [text, meant] of Object.entries(pasted)) {
    await page.evaluate((given) => navigator.clipboard.writeText(given), text);
    await postsRead(page).click();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.press('ControlOrMeta+V');
    await page.keyboard.press('Enter');
    await atRest(page);
    expect((await slider.getAttribute('aria-valuetext')).split(' ')[0], text).toBe(meant);
  }
  await postsRead(page).click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.press('ControlOrMeta+C');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('9 000'); // as it was typed
});

test('a context that is lost three times comes back each time', async ({ page }) => {
  await openPage(page);
  const turn = (name, event) =>
    page.evaluate(
      ([call, kind]) => {
        const canvas = document.getElementById('canvas');
        window.loss ??= canvas.getContext('webgl2').getExtension('WEBGL_lose_context');
        const told = new Promise((resolve) => canvas.addEventListener(kind, () => resolve(), { once: true }));
        window.loss[call]();
        return told;
      },
      [name, event],
    );
  const opacity = () => button(page, 'Share').evaluate((element) => getComputedStyle(element).opacity);
  const before = await page.screenshot();
  for (let time = 0; time < 3; time += 1) {
    await turn('loseContext', 'webglcontextlost');
    await expect.poll(opacity).toBe('1'); // the mirror stands in
    await turn('restoreContext', 'webglcontextrestored');
    await atRest(page);
    await expect.poll(opacity).toBe('0');
    expect((await page.screenshot()).equals(before), `loss ${time + 1}`).toBe(true);
  }
});

test('a hidden tab draws nothing, also while something is computed in slices', async ({ page }) => {
  await openPage(page);
  await press(page, 'Use today’s prices');
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => window.away ?? false });
  });
  const frames = () => page.evaluate(() => window.tollmeter.frames());
  await chooseChart(page, 'Ranges');
  await button(page, /^± 50 % of X/).evaluate((element) => {
    element.click();
    window.away = true;
    document.dispatchEvent(new Event('visibilitychange'));
  });
  const hidden = await frames();
  await page.waitForTimeout(500);
  expect(await frames()).toBe(hidden);
  await page.evaluate(() => ((window.away = false), document.dispatchEvent(new Event('visibilitychange'))));
  await expectText(page, /moves it most/);
  expect(await frames()).toBeGreaterThan(hidden);
});
