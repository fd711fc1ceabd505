// The semantic mirror: real elements where the drawn controls are, working both ways.
import { expect, test } from '@playwright/test';
import { atRest, openPage } from './page.mjs';
import { near, picture } from './pixels.mjs';

const accent = [0x24, 0x57, 0xd6];
const border = [0x7d, 0x87, 0x96];

// [x, y] just inside the middle of each side of a box, and the way out of it.
const sides = ({ x, y, width, height }) => [
  [x, y + height / 2, -1, 0],
  [x + width, y + height / 2, 1, 0],
  [x + width / 2, y, 0, -1],
  [x + width / 2, y + height, 0, 1],
];

// Whether within two pixels of the side there is one of this colour. A line that falls between device pixels is
// paler on both.
const offsets = Array.from({ length: 25 }, (_, i) => (i - 12) / 6);
const edgeNear = (image, [x, y, dx, dy], colour) =>
  offsets.some((off) => near(image.at(x + dx * off, y + dy * off), colour, 64));

for (const density of [1, 1.5, 2, 3]) {
  test.describe(`at density ${density}`, () => {
    test.use({ deviceScaleFactor: density });

    test('elements stand where the controls are drawn', async ({ page }) => {
      await openPage(page);
      const image = await picture(page);
      const controls = [
        ['Share', page.getByRole('button', { name: 'Share', exact: true }), accent],
        ['Menu', page.getByRole('button', { name: 'Menu' }), border],
        ['Plan of X', page.getByRole('combobox', { name: /^Plan of X/ }), border],
        ['Posts read', page.getByRole('textbox', { name: 'Posts read', exact: true }), border],
      ];
      for (const [name, control, colour] of controls) {
        const box = await control.boundingBox();
        for (const side of sides(box)) expect(edgeNear(image, side, colour), `${name} ${side}`).toBe(true);
      }
    });
  });
}

test('a slider answers the pointer on the canvas and the keyboard in the DOM alike', async ({ page }) => {
  await openPage(page);
  const slider = page.getByRole('slider', { name: 'Posts read' });
  const said = () => slider.getAttribute('aria-valuetext');
  const start = await said();

  const box = await slider.boundingBox();
  await page.mouse.click(box.x + box.width * 0.25, box.y + box.height / 2);
  await atRest(page);
  const clicked = await said();
  expect(clicked).not.toBe(start);
  expect(Number(await slider.inputValue())).toBeCloseTo(0.25, 1);

  await slider.press('ArrowRight');
  await atRest(page);
  const keyed = await said();
  expect(keyed).not.toBe(clicked);
  await slider.press('ArrowLeft');
  await atRest(page);
  expect(await said()).toBe(clicked);

  await slider.fill('0.75'); // as assistive technology sets it
  await atRest(page);
  expect(Number(await slider.inputValue())).toBeCloseTo(0.75, 1);
});

test('a list answers the real select and the drawn one alike', async ({ page }) => {
  await openPage(page);
  const plan = page.getByRole('combobox', { name: /^Plan of X/ });
  const names = await plan.locator('option').allTextContents();
  const chosen = () => plan.evaluate((select) => select.selectedIndex);
  const first = await chosen();
  const other = names.findIndex((name, i) => i !== first && /Enterprise/.test(name));
  await plan.selectOption({ index: other });
  await atRest(page);
  expect(await chosen()).toBe(other);

  await plan.click();
  await atRest(page);
  await expect(page.getByRole('menu')).toHaveCount(1);
  await expect(page.locator('select:focus')).toHaveCount(0); // the list covers it
  await page.getByRole('menuitemradio', { name: names[first], exact: true }).click();
  await atRest(page);
  await expect(page.getByRole('menu')).toHaveCount(0);
  expect(await chosen()).toBe(first);
});

test('a text field shows the element itself while it is edited', async ({ page }) => {
  await openPage(page);
  const field = page.getByRole('textbox', { name: 'Posts read', exact: true });
  await expect(field).toHaveCSS('opacity', '0');
  await field.click();
  await expect(field).toBeFocused();
  await expect(field).toHaveCSS('opacity', '1');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('9k');
  await atRest(page);
  await expect(field).toHaveValue('9k'); // what is being typed is nobody else's
  await page.keyboard.press('Enter');
  await atRest(page);
  await expect(field).toHaveValue(/9,?000|9k/);
  await page.mouse.click(720, 890);
  await expect(field).not.toBeFocused();
  await expect(field).toHaveCSS('opacity', '0');
});

test('Escape in a field gives back what was there', async ({ page }) => {
  await openPage(page);
  const field = page.getByRole('textbox', { name: 'Posts read', exact: true });
  const before = await field.inputValue();
  await field.fill('123456');
  await field.press('Escape');
  await atRest(page);
  await expect(field).toHaveValue(before);
});

test('leaving a field commits it', async ({ page }) => {
  await openPage(page);
  const slider = page.getByRole('slider', { name: 'Posts read' });
  const before = await slider.getAttribute('aria-valuetext');
  await page.getByRole('textbox', { name: 'Posts read', exact: true }).fill('5000');
  await page.keyboard.press('Tab');
  await atRest(page);
  expect(await slider.getAttribute('aria-valuetext')).not.toBe(before);
});

for (const way of ['mouse', 'Enter', 'Space', 'assistive technology']) {
  test(`a dialog opens by ${way}, holds the focus, and gives it back on Escape`, async ({ page }) => {
    await openPage(page);
    const share = page.getByRole('button', { name: 'Share', exact: true });
    if (way === 'mouse') await share.click();
    else if (way === 'assistive technology') await share.evaluate((button) => (button.focus(), button.click()));
    else await share.press(way);
    await atRest(page);
    const dialog = page.getByRole('dialog');
    await expect(dialog).toHaveCount(1);
    for (let i = 0; i < 8; i += 1) {
      await page.keyboard.press('Tab');
      const outside = await page.evaluate(() => {
        const active = document.activeElement;
        return active !== document.body && !active.closest('[role=dialog]');
      });
      expect(outside).toBe(false);
    }
    await page.keyboard.press('Escape');
    await atRest(page);
    await expect(dialog).toHaveCount(0);
    await expect(share).toBeFocused();
  });
}

test('one press is one press', async ({ page }) => {
  await openPage(page);
  const history = () => page.evaluate(() => window.history.length);
  const before = await history();
  await page.getByRole('button', { name: 'Next change' }).click();
  await atRest(page);
  expect(await history()).toBe(before + 1);
  await page.getByRole('button', { name: 'Next change' }).press('Enter');
  await atRest(page);
  expect(await history()).toBe(before + 2);
});

test('every control is reached by Tab, in reading order', async ({ page }) => {
  await openPage(page);
  const order = await page.evaluate(() =>
    [...document.querySelectorAll('#mirror :is(a, button, input, select)')].map((element, i) => {
      element.dataset.place = i;
      return i;
    }),
  );
  expect(order.length).toBeGreaterThan(20);
  const reached = [];
  for (let i = 0; i < order.length; i += 1) {
    await page.keyboard.press('Tab');
    reached.push(await page.evaluate(() => Number(document.activeElement.dataset.place)));
  }
  expect(reached).toEqual(order);
});

test('the focus brings its control into view and shows a ring; nothing else scrolls', async ({ page }) => {
  await openPage(page);
  const sliders = page.getByRole('slider');
  const last = sliders.last();
  await last.focus();
  await atRest(page);
  const box = await last.boundingBox();
  expect(box.y).toBeGreaterThanOrEqual(0);
  expect(box.y + box.height).toBeLessThanOrEqual(900);
  expect(await page.evaluate(() => [scrollX, scrollY, document.getElementById('mirror').scrollTop])).toEqual([0, 0, 0]);
  const with_ring = await picture(page);
  await page.evaluate(() => document.activeElement.blur());
  await atRest(page);
  const without = await picture(page);
  expect(with_ring.bytes.equals(without.bytes)).toBe(false);
});

test('what scrolled out of sight is not under the pointer', async ({ page }) => {
  await openPage(page);
  await page.mouse.move(200, 500);
  await page.mouse.wheel(0, 400);
  await atRest(page);
  const above = await page.evaluate(() => {
    const header = document.elementsFromPoint(200, 60);
    return header.filter((element) => element.matches('#mirror :is(input, select)')).length;
  });
  expect(above).toBe(0);
});

test('what a person reads is there as text, headings and tables', async ({ page }) => {
  await openPage(page);
  await expect(page.getByRole('banner')).toHaveCount(1);
  await expect(page.getByRole('main')).toHaveCount(1);
  expect(await page.getByRole('heading').count()).toBeGreaterThan(4);
  const bill = page.getByRole('table', { name: 'The bill' });
  expect(await bill.getByRole('row').count()).toBeGreaterThan(3);
  expect(await bill.getByRole('columnheader').count()).toBeGreaterThan(3);
  const names = await page.evaluate(() =>
    [...document.querySelectorAll('#mirror :is(a, button, input, select)')]
      .filter((element) => !(element.getAttribute('aria-label') || element.textContent).trim())
      .map((element) => element.outerHTML),
  );
  expect(names).toEqual([]);
});

test('elements are kept from frame to frame', async ({ page }) => {
  await openPage(page);
  const slider = page.getByRole('slider', { name: 'Posts read' });
  await slider.evaluate((element) => (window.before = element));
  await slider.press('ArrowRight');
  await slider.press('ArrowRight');
  await atRest(page);
  expect(await slider.evaluate((element) => element === window.before)).toBe(true);
  await expect(slider).toBeFocused();
});

test('keys take a slider through numbers of two digits, page keys through 1, 2, 5', async ({ page }) => {
  await openPage(page);
  const slider = page.getByRole('slider', { name: 'Posts read' });
  const pressed = async (key) => {
    await slider.press(key);
    await atRest(page);
    return (await slider.getAttribute('aria-valuetext')).split(' ')[0];
  };
  expect(await pressed('ArrowRight')).toBe('31,000');
  expect(await pressed('ArrowUp')).toBe('32,000');
  expect(await pressed('PageUp')).toBe('50,000');
  expect(await pressed('PageUp')).toBe('100,000');
  expect(await pressed('ArrowLeft')).toBe('99,000');
  expect(await pressed('PageDown')).toBe('50,000');
  expect(await pressed('Home')).toBe('0');
});

test('the page is read as verdict, breaches, usage, bill, charts', async ({ page }) => {
  await openPage(page);
  const regions = ['Verdict', 'What breaks', 'What you use', 'X (Twitter)', 'Bill', 'Charts'];
  const order = await page.getByRole('region').evaluateAll((all) => all.map((region) => region.getAttribute('aria-label')));
  expect(order.filter((name) => regions.includes(name))).toEqual(regions);
  // And Tab goes the same way.
  await page.getByRole('button', { name: 'show: 10 other limits hold' }).focus();
  await page.keyboard.press('Tab');
  for (const name of ['I got a 429: read the reply', 'Count in your own unit']) {
    await expect(page.getByRole('button', { name }).or(page.getByRole('link', { name }))).toBeFocused();
    await page.keyboard.press('Tab');
  }
});
