// The page in French: chosen from the browser or in the menu, without reloading, and kept.
import { expect, test } from '@playwright/test';
import { atRest, expectText, fragment, openPage, ready } from './page.mjs';

const choose = async (page, name, menu = 'Menu') => {
  await page.getByRole('button', { name: menu, exact: true }).click();
  await atRest(page);
  await page.getByRole('tab', { name, exact: true }).click();
  await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe(name === 'English' ? 'en' : 'fr');
  await page.keyboard.press('Escape');
  await atRest(page);
};

test.describe('in a French browser', () => {
  test.use({ locale: 'fr-FR' });

  test('the page is French from its first frame, numbers and dates too', async ({ page }) => {
    await openPage(page);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('fr');
    await expectText(page, /environ 42\u202f000\u202f\$/);
    await expectText(page, /25 avril 2023/);
    await expect(page.getByRole('button', { name: 'Partager', exact: true })).toBeAttached();
    await expect(page).toHaveTitle('Planificateur multiplateforme – Tollmeter');
    await expect(page.getByRole('table', { name: 'La facture' })).toBeAttached();
  });

  test('a link says the same calculation in either language', async ({ page }) => {
    await openPage(page);
    const field = page.getByRole('textbox', { name: 'Publications lues', exact: true });
    await field.fill('1\u202f234,5');
    await field.press('Enter');
    await atRest(page);
    expect(await fragment(page)).toMatch(/posts_read=1234\.5|posts_read=1%20234\.5/);
    await choose(page, 'English');
    await expect(page.getByRole('slider', { name: 'Posts read' })).toHaveAttribute('aria-valuetext', /^1,234\.5 a month/);
  });

  test('paper and exports speak it', async ({ page }) => {
    await openPage(page);
    await page.emulateMedia({ media: 'print' });
    const text = await page.locator('#paper').innerText();
    for (const said of ['Ce qui est utilisé', 'La facture', 'Prix du 25 avril 2023', '100,00\u202f$']) expect(text).toContain(said);
    expect(text).not.toMatch(/\b(the|and|with|from)\b/);
  });
});

test('the menu changes it without reloading, and the browser keeps it', async ({ page }) => {
  await openPage(page);
  await page.evaluate(() => (window.stays = true));
  await choose(page, 'Français');
  await expectText(page, /refusées? à partir du 5 mai|par mois/);
  expect(await page.evaluate(() => window.stays)).toBe(true);
  await page.reload();
  await ready(page);
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('fr');
  await choose(page, 'English');
  await expect(page.getByRole('button', { name: 'Share', exact: true })).toBeAttached();
});
