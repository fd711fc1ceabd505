// Links with odd contents: they open, say what is odd, and lose nothing.
import { expect, test } from '@playwright/test';
import { checksum } from '../../tools/pages/link.mjs';
import { atRest, expectNoText, expectText, fragment, openPage } from './page.mjs';

const sealed = (text) => `${text}~${checksum(text)}`;

test('a day before anything is known is said where the verdict stands, and the next change leads out of it', async ({ page }) => {
  await openPage(page, { link: sealed('1;d=1900-01-01;p=x:basic;posts_read=30000') });
  await expectText(page, /No prices are known of X before 14 Nov 2017\. Choose a later day\./);
  await expect(page.getByRole('region', { name: 'Verdict' }).getByText('$')).toHaveCount(0);
  expect(await fragment(page)).toContain('p=x:basic;posts_read=30000');
  await page.getByRole('button', { name: 'Next change' }).click();
  await atRest(page);
  await expectNoText(page, /No prices are known/);
  expect(await fragment(page)).toContain('d=2017-11-14');
});

test('marks that turn text round reach neither the tab nor the mirror', async ({ page }) => {
  await openPage(page, { link: sealed('1;t=%E2%80%AEtxet%E2%81%A6%20%D7%AA%D7%A7%D7%A6%D7%99%D7%91;d=2026-11-23;p=x') });
  await expectText(page, /txet תקציב/);
  const all = `${await page.title()} ${await page.locator('body').textContent()}`;
  expect(all).not.toMatch(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/);
});
