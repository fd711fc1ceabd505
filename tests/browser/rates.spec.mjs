// Totals in several currencies, added up at a rate that the person sets; the rate and its day travel in the link.
import { expect, test } from '@playwright/test';
import { atRest, expectNoText, expectText, fragment, openPage, ready } from './page.mjs';

// X's 1,000 reads at $0.005 and Data365's 300 euros a month, which only the press reports: about.
const link = '1;d=2026-11-23;p=x:ppu;posts_read=1000;p=data365:basic;posts_read=1000~2nbrd';

async function type(page, name, text) {
  const field = page.getByRole('textbox', { name, exact: true });
  await field.fill(text);
  await field.press('Enter');
  await atRest(page);
}

async function setRate(page) {
  await expectText(page, 'Totals stand per currency.');
  await page.getByRole('button', { name: 'Set a rate to add them up' }).click();
  await atRest(page);
  await type(page, 'USD for 1 EUR', '1.0845');
  await type(page, 'Day of the EUR rate, as year-month-day', '2026-11-20');
  await page.keyboard.press('Escape');
  await atRest(page);
}

const together = /Together about \$330 at 1 EUR = 1\.0845 USD, rate of 20 Nov 2026/;

test('a rate adds up what is in two currencies, and the link brings it back', async ({ page }) => {
  await openPage(page, { link });
  await expectText(page, '$5.00 + about €300');
  await setRate(page);
  await expectText(page, together);
  await expect(page.getByRole('table', { name: 'The bill' }).getByText('about $330')).toBeAttached();
  await expect.poll(() => fragment(page)).toContain(';in=USD;rate.EUR=1.0845:2026-11-20;');
  await page.reload();
  await ready(page);
  await expectText(page, together);
  await expectText(page, '$5.00 + about €300');
});

test('a shared rate is one of the link, until it is changed; undo brings it back', async ({ page, browser }) => {
  await openPage(page, { link });
  await setRate(page);
  await page.evaluate(() => {
    navigator.clipboard.writeText = (text) => ((window.copied = text), Promise.resolve());
  });
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await atRest(page);
  const shared = /#(\S+)/.exec(await page.evaluate(() => window.copied))[1];
  const other = await (await browser.newContext()).newPage();
  await openPage(other, { link: shared });
  await expectText(other, /Together about \$330 at 1 EUR = 1\.0845 USD, rate of the link, as of 20 Nov 2026/);
  await other.getByRole('button', { name: 'Change the rates' }).click();
  await atRest(other);
  await other.getByRole('button', { name: 'Remove the EUR rate' }).click();
  await other.keyboard.press('Escape');
  await expectText(other, 'Totals stand per currency.');
  await other.getByRole('button', { name: 'Undo' }).click();
  await expectText(other, /rate of the link, as of 20 Nov 2026/);
  await other.context().close();
});

test('on a phone the total is in the verdict and the rates in the bill', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openPage(page, { link });
  await expectNoText(page, /Totals stand per currency/);
  await page.getByRole('tab', { name: 'Bill' }).click();
  await setRate(page);
  await page.getByRole('tab', { name: 'Usage' }).click();
  await expectText(page, together);
});
