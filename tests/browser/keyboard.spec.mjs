// The keyboard alone: everything is reached, in reading order, with a ring that can be seen; what opens holds the focus and gives it back.
import { expect, test } from '@playwright/test';
import { atRest, openPage } from './page.mjs';
import { near, picture } from './pixels.mjs';
import { button, chooseChart, goTo, press } from './survey.mjs';

const focusRing = [0x24, 0x57, 0xd6];

// Numbers what can be reached now, in the order in which it is read; returns how many there are.
const number = (page) =>
  page.evaluate(() => {
    const all = [...document.querySelectorAll('#mirror :is(a, button, input, select)')].filter((element) => !element.closest('[inert]'));
    all.forEach((element, place) => (element.dataset.place = place));
    return all.length;
  });

// Tab from the first on: the places of what it reached.
async function tabThrough(page, count) {
  await page.evaluate(() => document.querySelector('#mirror [data-place="0"]').focus());
  const reached = [0];
  for (let i = 1; i < count; i += 1) {
    await page.keyboard.press('Tab');
    reached.push(await page.evaluate(() => Number(document.activeElement.dataset.place)));
  }
  return reached;
}

async function expectAllReached(page, what) {
  const count = await number(page);
  expect(await tabThrough(page, count), what).toEqual(Array.from({ length: count }, (_, i) => i));
  await page.evaluate(() => document.querySelectorAll('[data-place]').forEach((element) => delete element.dataset.place));
  return count;
}

// Reading order is top to bottom within what stands below each other: no region goes back up by more than a row.
const focusedName = (page) => page.evaluate(() => document.activeElement.ariaLabel || document.activeElement.textContent);

for (const [name, options] of Object.entries({
  desktop: {},
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
})) {
  test.describe(name, () => {
    test.use(options);

    test('Tab reaches everything in reading order, in each view and chart', async ({ page }) => {
      test.setTimeout(120_000);
      await openPage(page);
      let reached = await expectAllReached(page, 'as it opens');
      for (const view of ['Breaks', 'Bill', 'Charts']) {
        await goTo(page, view);
        if (name === 'phone') reached += await expectAllReached(page, view);
      }
      for (const chart of ['Cost curve', 'Growth', 'Month', 'Ranges']) {
        await chooseChart(page, chart);
        reached += await expectAllReached(page, chart);
      }
      expect(reached).toBeGreaterThan(60);
    });

    for (const opener of ['Menu', 'Share', /^Prices of/, '+ Add a platform', /^More for X/]) {
      test(`${opener} holds the focus, and Escape returns it`, async ({ page }) => {
        await openPage(page);
        await press(page, opener);
        const dialog = page.getByRole('dialog');
        await expect(dialog).toHaveCount(1);
        expect(await page.evaluate(() => !!document.activeElement.closest('[role=dialog]'))).toBe(true);
        expect(await expectAllReached(page, String(opener))).toBeGreaterThan(1);
        await page.keyboard.press('Escape');
        await atRest(page);
        await expect(dialog).toHaveCount(0);
        await expect(button(page, opener)).toBeFocused();
      });
    }
  });
}

test('the ring is drawn round whatever has the focus', async ({ page }) => {
  await openPage(page);
  const controls = [
    button(page, 'Share'),
    button(page, 'Why not cheaper?'),
    page.getByRole('combobox', { name: /^Plan of X/ }),
    page.getByRole('textbox', { name: 'Posts read', exact: true }),
    page.getByRole('slider', { name: 'Posts read' }),
    page.getByRole('tab', { name: 'Cost curve' }),
    button(page, /^monthly fee/),
  ];
  for (const control of controls) {
    await page.keyboard.press('Shift'); // the keyboard was used last
    await control.focus();
    await atRest(page);
    const box = await control.boundingBox();
    const image = await picture(page);
    let ring = 0;
    for (let x = box.x - 8; x <= box.x + box.width + 8; x += 1) {
      for (const y of [-4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8]) {
        if (near(image.at(Math.max(0, x), box.y + y), focusRing)) ring += 1;
      }
    }
    expect(ring, await focusedName(page)).toBeGreaterThan(8);
  }
});

test('arrows go through a menu and its tabs, Home and End to its ends', async ({ page }) => {
  await openPage(page);
  await press(page, 'Menu');
  const dialog = page.getByRole('dialog', { name: 'Menu' });
  const [tabs, languages] = [0, 1].map((list) => dialog.getByRole('tablist').nth(list).getByRole('tab'));
  await tabs.first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(tabs.nth(1)).toBeFocused();
  await page.keyboard.press('End');
  await expect(tabs.last()).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(tabs.first()).toBeFocused();
  const entries = dialog.getByRole('button');
  await page.keyboard.press('ArrowDown');
  await expect(languages.first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(entries.first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(entries.nth(1)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(entries.first()).toBeFocused();
  await page.keyboard.press('End');
  await expect(entries.last()).toBeFocused();
});

test('arrows go through the days of the calendar, by days and weeks', async ({ page }) => {
  await openPage(page);
  await press(page, /^Prices of/);
  await page.getByRole('button', { name: /^12 April 2023/ }).focus();
  await page.keyboard.press('ArrowRight');
  expect(await focusedName(page)).toMatch(/^13 April 2023/);
  await page.keyboard.press('ArrowDown');
  expect(await focusedName(page)).toMatch(/^20 April 2023/);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowUp');
  expect(await focusedName(page)).toMatch(/^12 April 2023/);
});

test('a list that the pointer opened answers arrows, letters and Enter', async ({ page }) => {
  await openPage(page);
  const plan = page.getByRole('combobox', { name: /^Plan of X/ });
  await plan.click();
  await atRest(page);
  await page.keyboard.press('ArrowDown');
  expect(await focusedName(page)).toMatch(/^Basic/);
  await page.keyboard.press('f');
  expect(await focusedName(page)).toMatch(/^Free/);
  await page.keyboard.press('Enter');
  await atRest(page);
  await expect(page.getByRole('menu')).toHaveCount(0);
  expect(await plan.evaluate((select) => select.selectedOptions[0].text)).toMatch(/^Free/);
});

test('arrows go through the charts', async ({ page }) => {
  await openPage(page);
  const tab = (name) => page.getByRole('tab', { name, exact: true });
  await tab('Price history').focus();
  await page.keyboard.press('ArrowRight');
  await expect(tab('Cost curve')).toBeFocused();
  await page.keyboard.press('End');
  await expect(tab('Ranges')).toBeFocused();
  await page.keyboard.press('Home');
  await expect(tab('Price history')).toBeFocused();
});
