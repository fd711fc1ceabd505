// A clock that is years off, jumps or moves to another zone: every figure is one of a day whose prices are known, or the page says that
// none are; nothing is lost.
import { expect, test } from '@playwright/test';
import { atRest, expectText, fragment, openPage, ready } from './page.mjs';

const all = (page) => page.locator('#mirror').textContent();
const odd = /NaN|Infinity|undefined|-\d+ days?|−\d+ days?/;
const link = '1;d=2026-11-23;p=linkedin:development;app_calls=80/day~uvjga';

for (const today of ['1900-06-01', '1970-01-01', '2001-02-03', '2100-12-31']) {
  test(`today is ${today}: the example, a link and today’s prices`, async ({ page }) => {
    await openPage(page, { today });
    await expectText(page, /about \$42,000/);
    expect(await all(page)).not.toMatch(odd);
    await page.getByRole('button', { name: 'Use today’s prices' }).press('Enter');
    await atRest(page);
    expect(await all(page)).not.toMatch(odd);
    if (today < '2017') await expectText(page, /No prices are known of X before 14 Nov 2017/);
    else await expectText(page, /a month/);
    await page.getByRole('button', { name: 'Undo' }).press('Enter');
    await expectText(page, /about \$42,000/);
    for (const chart of ['Cost curve', 'Growth', 'Price history']) {
      await page.getByRole('tab', { name: chart, exact: true }).press('Enter');
      await atRest(page);
      expect(await all(page)).not.toMatch(odd);
    }
    await page.goto('about:blank');
    await openPage(page, { link, today });
    await expect(page.getByRole('button', { name: 'Fold LinkedIn' })).toBeAttached();
    expect(await fragment(page)).toBe(link);
    expect(await all(page)).not.toMatch(odd);
  });
}

test('what was saved on a later day than the clock now says is there', async ({ page }) => {
  await openPage(page);
  await page.getByRole('button', { name: 'Menu' }).press('Enter');
  await page.getByRole('button', { name: 'Saved calculations' }).press('Enter');
  await page.getByRole('button', { name: 'Save this calculation' }).press('Enter');
  await atRest(page);
  await page.clock.setFixedTime(new Date('2001-02-03T12:00:00Z'));
  await page.reload();
  await ready(page);
  await page.getByRole('button', { name: 'Menu' }).press('Enter');
  await page.getByRole('button', { name: 'Saved calculations' }).press('Enter');
  await atRest(page);
  await expect(page.getByRole('button', { name: /^Open .* saved 23 Nov 2026$/ })).toHaveCount(1);
  expect(await all(page)).not.toMatch(odd);
});

test.describe('while the page is open', () => {
  for (const [how, to, today] of [
    ['midnight passes', '2026-11-24T00:00:01Z', '24 November 2026'],
    ['the machine slept for a month', '2026-12-23T09:00:00Z', '23 December 2026'],
    ['the clock is set years back', '2019-03-01T12:00:00Z', '1 March 2019'],
  ]) {
    test(`${how}: today is the new day, and what was entered stays`, async ({ page }) => {
      await openPage(page);
      const field = page.getByRole('textbox', { name: 'Posts read', exact: true });
      await field.fill('9k');
      await field.press('Enter');
      await atRest(page);
      const before = await fragment(page);
      await page.clock.setFixedTime(new Date(to));
      await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
      await atRest(page);
      expect(await fragment(page)).toBe(before);
      await page.getByRole('button', { name: 'Today', exact: true }).press('Enter');
      await expectText(page, `Prices of ${today}`);
      expect(await fragment(page)).toContain('posts_read=9k');
      expect(await all(page)).not.toMatch(odd);
    });
  }

  test('the zone changes: the day is the person’s own', async ({ page, context }) => {
    await openPage(page);
    const client = await context.newCDPSession(page);
    await client.send('Emulation.setTimezoneOverride', { timezoneId: 'Pacific/Kiritimati' }); // 14 hours ahead
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await page.getByRole('button', { name: 'Today', exact: true }).press('Enter');
    await expectText(page, 'Prices of 24 November 2026');
  });
});
