// Charts are zoomed by the wheel with Ctrl and by two fingers, and one finger still scrolls the page.
import { expect, test } from '@playwright/test';
import { atRest, openPage } from './page.mjs';

const charts = [
  { tab: 'Cost curve', role: 'slider', name: /^Cost curve: / },
  { tab: 'Growth', role: 'img', name: /^Cost by month/ },
];

const showAll = (page) => page.getByRole('button', { name: 'show all' });

for (const { tab, role, name } of charts) {
  test(`the wheel with Ctrl zooms the chart of ${tab}`, async ({ page }) => {
    await openPage(page);
    await page.getByRole('tab', { name: tab }).click();
    await atRest(page);
    const chart = page.getByRole(role, { name });
    await chart.scrollIntoViewIfNeeded();
    await atRest(page);
    const box = await chart.boundingBox();
    await expect(showAll(page)).toHaveCount(0);
    await page.keyboard.down('Control');
    await page.mouse.move(box.x + box.width / 2, Math.min(box.y + box.height / 2, 880));
    await page.mouse.wheel(0, -200);
    await page.keyboard.up('Control');
    await atRest(page);
    await expect(showAll(page)).toHaveCount(1);
    expect(await page.evaluate(() => [devicePixelRatio, visualViewport.scale])).toEqual([1, 1]);
    await showAll(page).click();
    await atRest(page);
    await expect(showAll(page)).toHaveCount(0);
  });
}

test('the point of a zoomed cost curve is dragged', async ({ page }) => {
  await openPage(page);
  await page.getByRole('tab', { name: 'Cost curve' }).click();
  await atRest(page);
  await page.getByRole('button', { name: 'zoom in' }).click();
  await atRest(page);
  const chart = page.getByRole('slider', { name: /^Cost curve: / });
  const before = await chart.getAttribute('aria-valuetext');
  const box = await chart.boundingBox();
  await page.mouse.move(box.x + box.width / 3, Math.min(box.y + box.height / 2, 880));
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, Math.min(box.y + box.height / 2, 880), { steps: 4 });
  await page.mouse.up();
  await atRest(page);
  expect(await chart.getAttribute('aria-valuetext')).not.toBe(before);
  await expect(showAll(page)).toHaveCount(1);
});

test.describe('with fingers', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('two fingers zoom the cost curve, one scrolls the page', async ({ page }) => {
    await openPage(page);
    await page.getByRole('tab', { name: 'Charts' }).click();
    await page.getByRole('combobox', { name: 'Chart' }).selectOption('Cost curve');
    await atRest(page);
    const chart = page.getByRole('slider', { name: /^Cost curve: / });
    await chart.scrollIntoViewIfNeeded();
    await atRest(page);
    const client = await page.context().newCDPSession(page);
    const touch = (type, touchPoints) => client.send('Input.dispatchTouchEvent', { type, touchPoints });
    let box = await chart.boundingBox();
    const y = Math.min(box.y + box.height / 2, 880);
    const pair = (apart) => [-1, 1].map((side, id) => ({ x: box.x + box.width / 2 + side * apart, y, id }));
    const typed = await chart.getAttribute('aria-valuetext');
    await touch('touchStart', pair(20));
    for (const apart of [30, 45, 60, 80]) await touch('touchMove', pair(apart));
    await touch('touchEnd', []);
    await atRest(page);
    await expect(showAll(page)).toHaveCount(1);
    expect(await chart.getAttribute('aria-valuetext')).toBe(typed);
    expect(await page.evaluate(() => visualViewport.scale)).toBe(1);
    box = await chart.boundingBox();
    const at = (up) => [{ x: box.x + box.width / 2, y: y - up, id: 0 }];
    await touch('touchStart', at(0));
    for (const up of [20, 60, 120]) await touch('touchMove', at(up));
    await touch('touchEnd', []);
    await atRest(page);
    expect(await chart.getAttribute('aria-valuetext')).toBe(typed);
    const scrolled = await chart.boundingBox();
    expect(scrolled === null || Math.abs(scrolled.y - box.y) > 20).toBe(true);
  });
});
