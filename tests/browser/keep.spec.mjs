// Nothing is lost: every change is undone and done again, calculations are saved under their titles and found again.
import { expect, test } from '@playwright/test';
import { atRest, expectText, fragment, openPage, ready } from './page.mjs';

const field = (page, name) => page.getByRole('textbox', { name, exact: true });
const button = (page, name) => page.getByRole('button', { name, exact: typeof name === 'string' });

async function press(page, name) {
  await button(page, name).first().click();
  await atRest(page);
}

async function type(page, name, text) {
  await field(page, name).fill(text);
  await field(page, name).press('Enter');
  await atRest(page);
}

async function openSaved(page) {
  await press(page, 'Menu');
  await press(page, 'Saved calculations');
}

const kept = (page) => page.evaluate(() => JSON.parse(localStorage.getItem('tollmeter.saved') ?? 'null'));

test('what was undone is done again, by button and by keys', async ({ page }) => {
  await openPage(page);
  const links = [await fragment(page)];
  for (const reads of ['20k', '10k', '9k']) {
    await type(page, 'Posts read', reads);
    links.push(await fragment(page));
  }
  await expect(button(page, 'Redo')).toBeDisabled();
  await field(page, 'Posts read').blur();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await atRest(page);
  await expect.poll(() => fragment(page)).toBe(links[1]);
  await press(page, 'Redo');
  await expect.poll(() => fragment(page)).toBe(links[2]);
  await page.keyboard.press('Control+Shift+z');
  await atRest(page);
  await expect.poll(() => fragment(page)).toBe(links[3]);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+y');
  await atRest(page);
  await expect.poll(() => fragment(page)).toBe(links[3]);
  await expect(button(page, 'Redo')).toBeDisabled();
});

test('a count with points between its groups is that count', async ({ page }) => {
  await openPage(page);
  await type(page, 'Posts read', '1.500.000');
  const slider = page.getByRole('slider', { name: 'Posts read' });
  await expect(slider).toHaveAttribute('aria-valuetext', /^1,500,000 a month/);
  await type(page, 'Posts read', '1.500');
  await expect(slider).toHaveAttribute('aria-valuetext', /^1,500 a month/);
});

test('a calculation is saved, survives the visit, opens as it was and can be brought back', async ({ page }) => {
  await openPage(page);
  await openSaved(page);
  await expectText(page, /Nothing is saved yet/);
  await type(page, 'Title of this calculation', 'Spring 2023');
  await press(page, 'Save this calculation');
  await expectText(page, /This calculation is saved as “Spring 2023”/);
  const [saved] = (await kept(page)).calculations;
  expect(saved).toMatchObject({ title: 'Spring 2023', saved: '2026-11-23', totals: [{ amount: '100', currency: 'USD' }] });
  await page.keyboard.press('Escape');
  await type(page, 'Posts read', '9k');
  await page.reload();
  await ready(page);
  await openSaved(page);
  await press(page, /^Open Spring 2023/);
  await ready(page);
  await expect.poll(() => fragment(page)).toBe(saved.link);
  await expectText(page, /Saved by you/);
  await expectText(page, /20,000 of 30,000 refused/);
  await openSaved(page);
  await press(page, 'Delete Spring 2023');
  expect((await kept(page)).calculations).toEqual([]);
  await press(page, 'Bring it back');
  expect((await kept(page)).calculations).toEqual([saved]);
});

test('two tabs do not lose each other’s calculations', async ({ page, context }) => {
  await openPage(page);
  const other = await context.newPage();
  await openPage(other);
  for (const [tab, title] of [[page, 'One'], [other, 'Two']]) {
    await openSaved(tab);
    await type(tab, 'Title of this calculation', title);
    await press(tab, 'Save this calculation');
  }
  await expectText(page, 'Two');
  expect((await kept(page)).calculations.map(({ title }) => title)).toEqual(['One', 'Two']);
});

test('a browser that keeps nothing says so', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await openPage(page);
  await openSaved(page);
  await press(page, 'Save this calculation');
  await expectText(page, /The browser did not keep the last change/);
  await expectText(page, /Nothing is saved yet/);
});
