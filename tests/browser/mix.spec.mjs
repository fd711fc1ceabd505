// The cheapest mix, by role and name, with the prices of what could do the same fetched on demand.
import { expect, test } from '@playwright/test';
import { checksum } from '../../tools/pages/link.mjs';
import { atRest, expectText, fragment, openPage } from './page.mjs';

const sealed = (text) => `${text}~${checksum(text)}`;

const link = sealed('1;d=2026-11-23;p=x:ppu;posts_read=300k;likes=100');
const ask = (page) =>
  page.getByRole('link', { name: 'Could another service do this for less?' }).or(page.getByRole('button', { name: 'Could another service do this for less?' }));
const pressed = (page, name) => page.getByRole('button', { name }).or(page.getByRole('link', { name }));

test('a cheaper reseller is found, explained, used and undone', async ({ page }) => {
  await openPage(page, { link });
  await ask(page).click();
  const dialog = page.getByRole('dialog', { name: 'Could another service do this for less?' });
  await expectText(page, /Now \$1,5\d\d\.\d\d a month, with the mix \$\d+\.\d\d: \$[\d,]+\.\d\d less\./);
  await expect(dialog.getByRole('heading', { name: 'Read posts that a search on X finds' })).toBeAttached();
  await expect(dialog.getByRole('table', { name: 'Bills that change' })).toBeAttached();
  await expectText(page, /A reseller of data of X/);
  await pressed(page, 'Use this mix').click();
  await atRest(page);
  await expect(dialog).toHaveCount(0);
  expect(await fragment(page)).toMatch(/p=(twitterapi_io|socialdata):prepaid;posts_read=300k/);
  expect(await fragment(page)).toContain('p=x');
  await page.goBack();
  await atRest(page);
  expect(await fragment(page)).not.toMatch(/twitterapi_io|socialdata/);
});

test('a file that does not come is said, and asked for again', async ({ page }) => {
  let fails = true;
  await page.route('**/later/platforms/socialdata.json', (route) => (fails ? route.abort() : route.continue()));
  await openPage(page, { link });
  await ask(page).click();
  await expectText(page, /Not compared, since their prices could not be loaded: SocialData/);
  fails = false;
  await pressed(page, 'try again').click();
  await atRest(page);
  await expect(page.getByText(/could not be loaded/)).toHaveCount(0);
});
