// Calculations side by side, by role and name.
import { expect, test } from '@playwright/test';
import { atRest, expectText, fragment, openPage, ready } from './page.mjs';

const press = async (page, name) => {
  await page.getByRole('link', { name }).or(page.getByRole('button', { name })).first().click();
  await atRest(page);
};

const table = (page) => page.getByRole('table', { name: 'Comparison' });

const rows = async (page) => {
  await atRest(page);
  return table(page).getByRole('row').evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent)));
};

test('a copy is kept, the other is changed, and the link of both shows the same', async ({ page, context }) => {
  await openPage(page);
  await press(page, 'Menu');
  await press(page, 'Compare with a copy');
  await expectText(page, /Nothing differs yet/);
  const reads = page.getByRole('textbox', { name: 'Posts read', exact: true });
  await reads.fill('9000');
  await reads.press('Enter');
  await expect(table(page).getByRole('row', { name: /Breaches/ })).toContainText('none');
  const shown = await rows(page);
  expect(shown).toContainEqual(['X: posts read', '30,000 a month', '9,000 a month']);
  expect(await fragment(page)).toMatch(/^2;at=2;1;/);

  await page.reload();
  await ready(page);
  expect(await rows(page)).toEqual(shown);

  const other = await context.newPage();
  await openPage(other, { link: await fragment(page) });
  expect(await rows(other)).toEqual(shown);

  await press(other, /^Edit A/);
  expect(await fragment(other)).toMatch(/^2;1;/);
  await press(other, 'Undo');
  expect(await rows(other)).toEqual(shown);
});

test('a single platform that is not loaded comes with the comparison', async ({ page }) => {
  await openPage(page, {
    link: '2;at=3;1;d=2026-11-23~mk4mu;1;d=2026-11-23;in=EUR;p=data365:basic;posts_read=600k~tddfu;1;d=2026-11-23~mk4mu~53vei',
  });
  await expectText(page, /Data365 plan/);
  await expect(table(page).getByRole('columnheader')).toHaveCount(4);
});

test('a cut comparison says so and offers what came whole', async ({ page }) => {
  await openPage(page);
  await press(page, 'Menu');
  await press(page, 'Compare with a copy');
  const link = await fragment(page);
  await openPage(page, { link: link.slice(0, -3) });
  await expectText(page, /its end is missing, it was cut off on the way/);
  await press(page, 'Open what could be read');
  await expect(table(page).getByRole('columnheader')).toHaveCount(3);
});
