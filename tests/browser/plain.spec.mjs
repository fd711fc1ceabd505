// Without WebGL the mirror, styled, is the page: what a person sees are its elements, and all of them work by pointer and keys.
import { expect, test } from '@playwright/test';
import { atRest, expectText, fragment, openPage, ready } from './page.mjs';

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    const getContext = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
      return kind.startsWith('webgl') ? null : getContext.call(this, kind, ...rest);
    };
  });
});

// Elements that can be seen, by what is at their middle once they are scrolled to.
async function expectSeen(locator) {
  await locator.scrollIntoViewIfNeeded();
  await expect(locator).toBeVisible();
  const seen = await locator.evaluate((element) => {
    const box = element.getBoundingClientRect();
    const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    const style = getComputedStyle(element);
    return element.contains(top) && style.opacity !== '0' && style.color !== 'rgba(0, 0, 0, 0)' && box.width > 0;
  });
  expect(seen).toBe(true);
}

const control = (page, role, name) => page.getByRole(role, { name, exact: true });

for (const [width, height] of [[1440, 900], [390, 844]]) {
  test.describe(`${width} wide`, () => {
    test.use({ viewport: { width, height } });

    test('everything stands in the page itself, and nothing is wider than it', async ({ page }) => {
      await openPage(page);
      await expectSeen(page.getByText('$100.00', { exact: true }).first());
      await expectSeen(control(page, 'slider', 'Posts read'));
      await expectSeen(control(page, 'textbox', 'Posts read'));
      await expectSeen(page.getByRole('combobox', { name: /^Plan of X/ }));
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    });

    test('typing, dragging, choosing and dialogs work', async ({ page }) => {
      await openPage(page);
      await control(page, 'textbox', 'Posts read').fill('9k');
      await control(page, 'textbox', 'Posts read').press('Enter');
      await expectText(page, /90 % of 10,000/);
      const slider = control(page, 'slider', 'Posts read');
      const before = await slider.getAttribute('aria-valuetext');
      await slider.scrollIntoViewIfNeeded();
      const box = await slider.boundingBox();
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      await page.mouse.down();
      await page.mouse.move(box.x + box.width - 4, box.y + box.height / 2, { steps: 4 });
      await page.mouse.up();
      await atRest(page);
      expect(await slider.getAttribute('aria-valuetext')).not.toBe(before);
      await page.getByRole('combobox', { name: /^Plan of X/ }).selectOption({ label: 'Free, free' });
      await atRest(page);
      expect(await fragment(page)).toContain('p=x:free');
      await control(page, 'button', 'Share').click();
      await atRest(page);
      await expectSeen(page.getByRole('dialog', { name: 'Share' }).getByRole('button', { name: 'Close' }));
      await page.keyboard.press('Escape');
      await atRest(page);
      await expect(page.getByRole('dialog')).toHaveCount(0);
    });
  });
}

test('a bad number is said where it can be seen, and the old one stays', async ({ page }) => {
  await openPage(page);
  await control(page, 'textbox', 'Posts read').fill('many');
  await control(page, 'textbox', 'Posts read').press('Enter');
  await atRest(page);
  await expectSeen(page.locator('.alert'));
  await expect(page.locator('.alert')).toContainText('many');
  await expectText(page, /20,000 of 30,000 refused/);
});

test('each row of the bill has a cell for each column', async ({ page }) => {
  await openPage(page);
  const rows = await page.getByRole('table', { name: 'The bill' }).getByRole('row').all();
  expect(rows.length).toBeGreaterThan(4);
  for (const row of rows) expect(await row.locator('td, th').count()).toBe(5);
});

test('a reload keeps what was changed', async ({ page }) => {
  await openPage(page);
  await control(page, 'textbox', 'Posts read').fill('9k');
  await control(page, 'textbox', 'Posts read').press('Enter');
  await atRest(page);
  await page.reload();
  await ready(page);
  await expect(control(page, 'textbox', 'Posts read')).toHaveValue(/9/);
});
