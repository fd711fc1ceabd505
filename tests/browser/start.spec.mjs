// What a person reads before the program has come.
import { test, expect } from '@playwright/test';

const link = (sum) => `/#1;d=2026-03-03;c=16;s=work;sum=${sum};p=x;posts_created=200/day~m2kp2`;

async function openWithoutProgram(page, address) {
  await page.route('**/tollmeter.wasm', () => {}); // never answered
  await page.goto(address);
}

const totals = [
  ['210.00USD', 'Shared with this total: $210.00 a month.'],
  ['42000.00USD:about', 'Shared with this total: about $42,000.00 a month.'],
  ['1500JPY:atleast', 'Shared with this total: at least ¥1,500 a month.'],
];

for (const [sum, sentence] of totals) {
  test(`the total of a shared link, ${sum}`, async ({ page }) => {
    await openWithoutProgram(page, link(sum));
    await expect(page.getByRole('status').filter({ hasText: sentence })).toBeVisible();
  });
}

for (const sum of ['<b>1</b>USD', '1e9USD', '210.00', '9'.repeat(30) + 'USD', '1USDX']) {
  test(`a total that is none is not said, ${sum.slice(0, 12)}`, async ({ page }) => {
    await openWithoutProgram(page, link(encodeURI(sum)));
    await expect(page.getByText('Loading:')).toBeVisible();
    await expect(page.getByText('Shared with')).toHaveCount(0);
  });
}
