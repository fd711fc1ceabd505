// Growth and the budget, by role and name.
import { expect, test } from '@playwright/test';
import { atRest, expectText, fragment, openPage } from './page.mjs';

test('growth says when a plan is outgrown, and travels in the link', async ({ page }) => {
  await openPage(page);
  await page.getByRole('textbox', { name: 'Posts read', exact: true }).fill('6000');
  await page.getByRole('textbox', { name: 'Posts read', exact: true }).press('Enter');
  await page.getByRole('tab', { name: 'Growth' }).click();
  await atRest(page);
  const percent = page.getByRole('textbox', { name: 'Growth in percent a month' });
  await percent.fill('10');
  await percent.press('Enter');
  await atRest(page);
  await expectText(page, /X Basic is outgrown on \d+ \w+ 2023 \(posts read a month\); from then on X/);
  await expect(page.getByRole('table', { name: 'Growth by month' }).getByRole('row')).toHaveCount(38);
  expect(await fragment(page)).toContain(';g=10;');
  await page.reload();
  await page.getByRole('tab', { name: 'Growth' }).click();
  await atRest(page);
  await expectText(page, /X Basic is outgrown on/);
});

test('the month shows its hours and what breaks', async ({ page }) => {
  await openPage(page);
  await page.getByRole('tab', { name: 'Month' }).click();
  await atRest(page);
  await expect(page.getByRole('table', { name: 'The days of the month' }).getByRole('row')).toHaveCount(31);
  await expectText(page, /X: posts read a month, first refused/);
});

test('a budget is set, crossed and held', async ({ page }) => {
  await openPage(page);
  await page.getByRole('button', { name: 'Use today’s prices' }).or(page.getByRole('link', { name: 'Use today’s prices' })).click();
  await page.getByRole('link', { name: 'set a budget' }).or(page.getByRole('button', { name: 'set a budget' })).click();
  const amount = page.getByRole('textbox', { name: 'Budget a month' });
  await amount.fill('500');
  await amount.press('Enter');
  await atRest(page);
  await expectText(page, /\$184\.00 more than the budget/);
  const cut = page.getByRole('link', { name: /Cut X posts created/ }).or(page.getByRole('button', { name: /Cut X posts created/ }));
  await cut.click();
  await atRest(page);
  await expectText(page, /less than the budget/);
  expect(await fragment(page)).toContain(';b=500.00USD;');
});

test('which plan: what fails, a choice, and yearly billing', async ({ page }) => {
  await openPage(page);
  const pressed = (name) => page.getByRole('link', { name }).or(page.getByRole('button', { name })).first();
  await pressed('Why not cheaper?').click();
  await atRest(page);
  const dialog = page.getByRole('dialog', { name: 'Which plan?' });
  await expect(dialog).toBeVisible();
  await expectText(page, /Posts read: 30,000 of 10,000 a month, 20,000 too many/);
  await expectText(page, /Smallest step up: /);
  await pressed('Choose: X Enterprise').click();
  await atRest(page);
  expect(await fragment(page)).toContain('p=x:enterprise');
  await page.keyboard.press('Escape');
  await atRest(page);
  await expect(dialog).toHaveCount(0);
  await page.getByRole('button', { name: 'More for X (Twitter)' }).click();
  await pressed('Compare its plans').click();
  await atRest(page);
  await pressed(/plans are sold on other days only/).focus(); // further down than the dialog shows
  await page.keyboard.press('Enter');
  await expectText(page, /Not sold before /);
});
