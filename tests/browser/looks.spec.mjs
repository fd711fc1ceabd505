// The pictures in docs/screenshots, which the README shows, are what the page looks like: compared here, made anew by
//   tools/node node_modules/@playwright/test/cli.js test looks --update-snapshots
import { expect, test } from '@playwright/test';
import { atRest, openPage } from './page.mjs';

const looks = { maxDiffPixelRatio: 0.01 };
const link =
  '1;t=Q3%20launch%20plan;d=2026-03-03;sum=210.00USD;you.accounts=60;p=x:ppu;posts_created=6000;posts_read=30000;' +
  'p=facebook:page;page_calls=300/day;p=linkedin:development;app_calls=420/day~nx3h7';

for (const scheme of ['light', 'dark']) {
  test.describe(scheme, () => {
    test.use({ colorScheme: scheme });

    test(`desktop ${scheme}`, async ({ page }) => {
      await openPage(page);
      await expect(page).toHaveScreenshot(`desktop-${scheme}.png`, looks);
    });

    test.describe('phone', () => {
      test.use({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true });

      test(`usage ${scheme}`, async ({ page }) => {
        await openPage(page);
        await page.getByRole('button', { name: 'Dismiss this notice' }).tap();
        await atRest(page);
        await expect(page).toHaveScreenshot(`phone-usage-${scheme}.png`, looks);
      });

      test(`breaks ${scheme}`, async ({ page }) => {
        await openPage(page);
        await page.getByRole('button', { name: 'Dismiss this notice' }).tap();
        await page.getByRole('tab', { name: /Breaks/ }).tap();
        await atRest(page);
        await expect(page).toHaveScreenshot(`phone-breaks-${scheme}.png`, looks);
      });
    });
  });
}

test('a shared calculation', async ({ page }) => {
  await openPage(page, { link });
  await expect(page).toHaveScreenshot('desktop-shared.png', looks);
});

const open = async (page, name) => {
  await page.getByRole('button', { name, exact: true }).focus();
  await page.keyboard.press('Enter');
  await atRest(page);
};

test('the picker', async ({ page }) => {
  await openPage(page);
  await open(page, '+ Add a platform');
  await expect(page).toHaveScreenshot('desktop-picker.png', looks);
});

test('ready-made calculations', async ({ page }) => {
  await openPage(page);
  await open(page, 'Menu');
  await open(page, 'Ready-made calculations');
  await expect(page).toHaveScreenshot('desktop-ready-made.png', looks);
});

for (const chart of ['Cost curve', 'Growth', 'Month']) {
  test(chart, async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 1100 });
    await openPage(page, { link });
    await page.getByRole('tab', { name: chart }).focus();
    await page.keyboard.press('Enter');
    await atRest(page);
    await expect(page).toHaveScreenshot(`desktop-${chart.toLowerCase().replace(' ', '-')}.png`, looks);
  });
}
