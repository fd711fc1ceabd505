// One's own prices, by role and name: a plan that is edited, a file that is dropped, prices of Stripe.
import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { checksum } from '../../tools/pages/link.mjs';
import { atRest, expectText, fragment, openPage } from './page.mjs';

const sealed = (text) => `${text}~${checksum(text)}`;
const link = sealed('1;d=2023-04-25;p=x:basic;posts_created=6000;posts_read=10000');
const pressed = (page, name) => page.getByRole('button', { name, exact: true }).or(page.getByRole('link', { name, exact: true }));
// By the keyboard, which scrolls to it.
async function enter(page, name) {
  await pressed(page, name).focus();
  await page.keyboard.press('Enter');
  await atRest(page);
}

async function editBasic(page, fee) {
  await pressed(page, 'More for X (Twitter)').click();
  await pressed(page, 'Edit prices …').click();
  const field = page.getByRole('textbox', { name: 'Monthly fee' });
  await field.fill(fee);
  await field.press('Enter');
  await atRest(page);
}

// What the browser does when files are dropped on the page.
async function drop(page, name, text) {
  const data = await page.evaluateHandle(([file, content]) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([content], file, { type: 'application/json' }));
    return transfer;
  }, [name, text]);
  await page.dispatchEvent('#canvas', 'dragenter', { dataTransfer: data });
  await expect(page.locator('#drop')).toBeVisible();
  await page.dispatchEvent('#canvas', 'drop', { dataTransfer: data });
  await expect(page.locator('#drop')).toBeHidden();
  await page.waitForTimeout(100);
  await atRest(page);
}

test('an edited price is computed with, marked, in the link, and undone', async ({ page }) => {
  await openPage(page, { link });
  await editBasic(page, '80');
  await expectText(page, '$80.00 a month');
  await enter(page, 'Keep and use');
  await page.keyboard.press('Escape');
  await atRest(page);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expectText(page, /Basic \(own\)/);
  const own = await fragment(page);
  expect(own).toMatch(/;own=[A-Za-z0-9_-]+;p=x:own-basic/);
  await page.goto('about:blank');
  await openPage(page, { link: own });
  await expectText(page, /Basic \(own\)/);
  await expectText(page, '$80.00');
});

test('who opens a link with own prices is told so', async ({ page }) => {
  const own = Buffer.from(
    '{"platforms":[{"id":"x","plans":[{"id":"own-basic","name":"Basic","extends":"basic","access":[],"prices":{"fee":"80"},"entered":"2026-11-20"}]}]}',
  ).toString('base64url');
  await openPage(page, { link: sealed(`1;d=2023-04-25;sum=80.00USD;own=${own};p=x:own-basic;posts_read=10000`) });
  await expectText(page, /It contains prices that its author entered/);
  await expectText(page, /own price, 20 Nov 2026, not the platform's/);
});

test('what is wrong stands beside its field, and nothing is kept', async ({ page }) => {
  await openPage(page, { link });
  await editBasic(page, 'cheap');
  const field = page.getByRole('textbox', { name: 'Monthly fee' });
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(pressed(page, 'Keep and use')).toBeDisabled();
  await enter(page, 'Cancel');
  expect(await fragment(page)).not.toContain('own=');
});

test('a platform of the catalogue that is dropped becomes an own one', async ({ page }) => {
  await openPage(page, { link });
  await drop(page, 'linkedin.json', await readFile('assets/catalog/linkedin.json', 'utf8'));
  await expectText(page, 'linkedin.json: LinkedIn was added to your prices.');
  await pressed(page, 'Close').click();
  await atRest(page);
  await expectText(page, 'LinkedIn (own)');
  expect(await fragment(page)).toContain('p=own-linkedin');
  await page.goBack();
  await atRest(page);
  expect(await fragment(page)).not.toContain('own-linkedin');
});

test('prices of Stripe are read, and what is not is listed', async ({ page }) => {
  const price = { object: 'price', active: true, currency: 'eur', product: 'prod_1' };
  const metered = { interval: 'month', interval_count: 1, usage_type: 'metered' };
  const data = [
    { ...price, id: 'price_1', nickname: 'Pro', unit_amount: 4900, recurring: { interval: 'month', usage_type: 'licensed' } },
    { ...price, id: 'price_2', nickname: 'Requests', unit_amount_decimal: '0.05', recurring: metered },
    { ...price, id: 'price_3', nickname: 'Weekly', unit_amount: 100, recurring: { interval: 'week' } },
  ];
  await openPage(page, { link });
  await drop(page, 'prices.json', JSON.stringify({ object: 'list', data }));
  await expectText(page, 'prices.json: Prices from Stripe was added to your prices.');
  await expectText(page, /Weekly \(price_3\): it is due every week; only months and years are known here\./);
});

test('a file that holds no prices is refused in a sentence, and nothing is lost', async ({ page }) => {
  await openPage(page, { link });
  const before = await fragment(page);
  await drop(page, 'notes.txt', 'no prices');
  await expectText(page, /notes\.txt was not taken; what you had is as it was\./);
  expect(await fragment(page)).toBe(before);
});

test('own prices are kept as a file', async ({ page }) => {
  await openPage(page, { link });
  await editBasic(page, '80');
  await enter(page, 'Keep and use');
  const download = page.waitForEvent('download');
  await enter(page, 'Keep your prices as a file');
  const file = await download;
  expect(file.suggestedFilename()).toBe('own-prices.json');
  const text = await readFile(await file.path(), 'utf8');
  expect(JSON.parse(text).platforms[0].plans[0].prices).toEqual({ fee: '80' });
});
