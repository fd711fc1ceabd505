// Text that is drawn is selected with the mouse and copied as on any page.
import { test, expect } from '@playwright/test';
import { atRest, openPage } from './page.mjs';

const sentence = (page, start) => page.locator('#mirror :is(p, h1, h2, td)').filter({ hasText: start });
const selected = (page) => page.evaluate(() => getSelection().toString());

async function selectable(page) {
  await openPage(page);
  await expect.poll(() => page.evaluate(() => [...document.styleSheets].some(({ href }) => href?.endsWith('selection.css')))).toBe(true);
  await page.mouse.move(1, 1);
}

// The place of a word as it is drawn: the middle of its letters in the element that was made to fit.
const placeOf = (element, word) =>
  element.evaluate((node, text) => {
    const range = document.createRange();
    const at = node.textContent.indexOf(text);
    range.setStart(node.firstChild, at);
    range.setEnd(node.firstChild, at + text.length);
    const { left, right, top, bottom } = range.getBoundingClientRect();
    return { left, right, middle: (top + bottom) / 2 };
  }, word);

async function drag(page, from, to) {
  await page.mouse.move(from[0], from[1]);
  await page.mouse.down();
  await page.mouse.move((from[0] + to[0]) / 2, (from[1] + to[1]) / 2);
  await page.mouse.move(to[0], to[1]);
  await page.mouse.up();
}

async function copied(page) {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.keyboard.press('Control+c');
  return page.evaluate(() => navigator.clipboard.readText());
}

test('a drag selects from letter to letter, across lines', async ({ page }) => {
  await selectable(page);
  const breach = sentence(page, /^10,000 a month for the app/);
  const from = await placeOf(breach, 'Used up');
  const to = await placeOf(breach, 'UsageCapExceeded');
  expect(to.middle).toBeGreaterThan(from.middle); // it is wrapped
  await drag(page, [from.left + 1, from.middle], [to.right - 1, to.middle]);
  expect(await selected(page)).toBe('Used up on 5 May 00:00 UTC; then every read is refused: 429 UsageCapExceeded');
  expect(await copied(page)).toBe(await selected(page));
});

test('what is selected is marked where it is drawn', async ({ page }) => {
  await selectable(page);
  const total = sentence(page, /^about \$42,000$/);
  const box = await total.boundingBox();
  const before = await page.screenshot({ clip: { x: box.x, y: box.y, width: box.width, height: box.height } });
  await drag(page, [box.x + 2, box.y + 25], [box.x + box.width - 2, box.y + 25]);
  expect(await selected(page)).toBe('about $42,000');
  const after = await page.screenshot({ clip: { x: box.x, y: box.y, width: box.width, height: box.height } });
  expect(after.equals(before)).toBe(false);
  // The letters lie over the drawn ones: as wide as their box, to a pixel.
  const { left, right } = await placeOf(total, 'about $42,000');
  expect(Math.abs(left - box.x)).toBeLessThan(1.5);
  expect(Math.abs(right - box.x - box.width)).toBeLessThan(1.5);
});

test('two clicks select a word, three the text; a press elsewhere lets go', async ({ page }) => {
  await selectable(page);
  const line = sentence(page, 'asked because your plans need it');
  const { left, right, middle } = await placeOf(line, 'because');
  await page.mouse.dblclick((left + right) / 2, middle);
  expect(await selected(page)).toBe('because');
  await page.mouse.click((left + right) / 2, middle, { clickCount: 3 });
  expect(await selected(page)).toBe('asked because your plans need it');
  await page.mouse.click(700, 655); // below the cards
  expect(await selected(page)).toBe('');
});

test('rows of a table are copied with tabs, controls are not copied', async ({ page }) => {
  await selectable(page);
  const bill = page.getByRole('table', { name: 'The bill' });
  const from = await bill.getByText('X Basic').boundingBox();
  const to = await bill.getByText('Amount').boundingBox();
  await drag(page, [from.x + 1, from.y + 8], [to.x + to.width - 1, to.y + 8]);
  expect(await copied(page)).toBe('X Basic\tAsked\tServed\tEach\tAmount');
  await page.keyboard.press('Control+a');
  const all = (await copied(page)).split('\n');
  expect(all).toContain('posts created\t6,000\t6,000\tincl.\t$0.00');
  expect(all).toContain('about $42,000');
  expect(all).not.toContain('Share');
});

test('a drag on a control is the control’s', async ({ page }) => {
  await selectable(page);
  const slider = page.getByRole('slider', { name: 'Posts created' });
  const box = await slider.boundingBox();
  const was = await slider.getAttribute('aria-valuetext');
  await drag(page, [box.x + box.width / 2, box.y + box.height / 2], [box.x + box.width - 20, box.y + box.height / 2 + 30]);
  await atRest(page);
  expect(await selected(page)).toBe('');
  expect(await slider.getAttribute('aria-valuetext')).not.toBe(was);
});

test('within a dialog only its own text is selected', async ({ page }) => {
  await selectable(page);
  await page.getByRole('button', { name: 'Why not cheaper?' }).click();
  await atRest(page);
  const dialog = page.getByRole('dialog');
  const title = dialog.getByRole('heading').first();
  const box = await title.boundingBox();
  await page.mouse.move(box.x + 2, box.y + box.height / 2);
  await drag(page, [box.x + 2, box.y + box.height / 2], [5, 890]);
  const inside = await page.evaluate(() => {
    const { anchorNode, focusNode } = getSelection();
    return [anchorNode, focusNode].map((node) => !!node.parentElement.closest('[role=dialog]'));
  });
  expect(inside).toEqual([true, true]);
});
