// The range of the total, by role and name.
import { expect, test } from '@playwright/test';
import { atRest, expectText, fragment, openPage, ready } from './page.mjs';

test('a range is begun, typed, refused, shared and said in the verdict', async ({ page }) => {
  await openPage(page);
  await page.getByRole('button', { name: 'Use today’s prices' }).or(page.getByRole('link', { name: 'Use today’s prices' })).click();
  await page.getByRole('tab', { name: 'Ranges' }).click();
  await atRest(page);
  await page.getByRole('button', { name: /^± 50 % of X/ }).click();
  await atRest(page);
  await expectText(page, /moves it most: from \$[\d,.]+ at/);
  const add = page.getByRole('combobox', { name: 'Add a range of' });
  const names = await add.locator('option').allTextContents();
  await add.selectOption({ index: names.findIndex((name) => /^(X: )?Posts read, /.test(name)) });
  await atRest(page);
  const low = page.getByRole('textbox', { name: 'Low of X posts read' });
  await low.fill('25k');
  await low.press('Enter');
  await atRest(page);
  const high = page.getByRole('textbox', { name: 'High of X posts read' });
  await high.fill('10');
  await high.press('Enter');
  await expectText(page, /the low end, 25k, is above the high end, 10/);
  const spoken = await page.locator('.alert').textContent();
  expect(spoken.split('is above the high end').length).toBe(2); // once, though it is about two fields
  await high.fill('90,000');
  await high.press('Enter');
  await atRest(page);
  await expectText(page, /In 8 of 10 cases the total is between \$[\d,.]+ and \$[\d,.]+/);
  await expectText(page, /^In 8 of 10 cases between \$/);
  expect(await fragment(page)).toContain(';range.posts_read=25k:90,000');
  await expect(page.getByRole('table', { name: 'How often the total is how much' }).getByRole('row')).toHaveCount(21);
  const said = await page.getByText(/In 8 of 10 cases the total is/).first().textContent();
  await page.reload();
  await ready(page);
  await expectText(page, /^In 8 of 10 cases between \$/);
  await page.getByRole('tab', { name: 'Ranges' }).click();
  await atRest(page);
  await expectText(page, said);
});
