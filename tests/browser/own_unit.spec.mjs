// The person's own unit: said once, counted with one slider, and in the link.
import { expect, test } from '@playwright/test';
import { atRest, expectText, fragment, openPage, ready } from './page.mjs';

const field = (page, name) => page.getByRole('textbox', { name, exact: true });

async function type(page, name, text) {
  await field(page, name).fill(text);
  await field(page, name).press('Enter');
  await atRest(page);
}

async function add(page, operation) {
  await page.getByRole('combobox', { name: 'Add an operation to the unit' }).selectOption({ label: operation });
  await atRest(page);
}

async function define(page) {
  await openPage(page);
  await page.getByRole('button', { name: 'Today', exact: true }).click();
  await atRest(page);
  await page.getByRole('button', { name: 'Count in your own unit' }).or(page.getByRole('link', { name: 'Count in your own unit' })).click();
  await atRest(page);
  await add(page, 'X: posts created');
  await type(page, 'X posts created for one', '10');
  await add(page, 'X: posts read');
  await type(page, 'X posts read for one', '50');
  await add(page, 'LinkedIn: API calls');
}

const sentence = (page) => page.getByText(/10 posts created, 50 reads, 1 call\. /).first().textContent();
const total = async (page) => (await page.getByText(/^(about )?\$[0-9,]+\.[0-9]{2}$/).first().textContent());

test('a unit is said, counted by dragging, and comes back from the link', async ({ page }) => {
  await define(page);
  const slider = page.getByRole('slider', { name: 'One customer a month' });
  const box = await slider.boundingBox();
  await page.mouse.move(box.x + box.width * 0.3, box.y + 15);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.5, box.y + 15, { steps: 6 });
  await page.mouse.up();
  await atRest(page);
  const count = await field(page, 'One customer a month').inputValue();
  expect(Number(count)).toBeGreaterThan(10);
  await expectText(page, new RegExp(`plus [0-9,]+ from [0-9,]+ customers`));
  const said = await sentence(page);
  expect(said).toMatch(/\$[0-9.]+ each/);
  expect(said).toMatch(/(at most|more than) [0-9,]+/);
  const cost = await total(page);
  await expect.poll(() => fragment(page)).toContain(`;unit=one%20customer%20a%20month:${count};`);
  await page.reload();
  await ready(page);
  expect(await sentence(page)).toBe(said);
  expect(await total(page)).toBe(cost);
  expect(await field(page, 'One customer a month').inputValue()).toBe(count);
});

test('a unit is removed with one click, and undo brings it back', async ({ page }) => {
  await define(page);
  const with_unit = await fragment(page);
  await page.getByRole('button', { name: 'Remove: One customer a month' }).or(page.getByRole('link', { name: 'Remove: One customer a month' })).click();
  await atRest(page);
  await expect.poll(() => fragment(page)).not.toContain('unit');
  await page.getByRole('button', { name: 'Undo' }).click();
  await atRest(page);
  await expect.poll(() => fragment(page)).toBe(with_unit);
});
