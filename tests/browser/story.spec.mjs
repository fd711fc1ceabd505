// What a person does: open, read, change, choose, share. Controls are found by role and name.
import { expect, test } from '@playwright/test';
import { atRest, expectNoText, expectText, fragment, openPage, ready } from './page.mjs';

const bill = (page) => page.getByRole('table', { name: 'The bill' });
const field = (page, name) => page.getByRole('textbox', { name, exact: true });

async function type(page, name, text) {
  await field(page, name).fill(text);
  await field(page, name).press('Enter');
  await atRest(page);
}

test('the page opens on the story of spring 2023', async ({ page }) => {
  await openPage(page);
  await expectText(page, /Prices of 25 April 2023/);
  await expectText(page, /The same use today costs \$684\.00/);
  await expectText(page, '$100.00');
  await expectText(page, /X reads stop on 5 May,? 00:00 UTC/);
  await expectText(page, /20,000 of 30,000 refused/);
  await expectText(page, 'about $42,000');
  await expectText(page, /press report/);
});

test('today: pay per use serves everything, one figure', async ({ page }) => {
  await openPage(page);
  await page.getByRole('button', { name: 'Use today’s prices' }).or(page.getByRole('link', { name: 'Use today’s prices' })).click();
  await atRest(page);
  await expectText(page, '$684.00');
  await expectNoText(page, /to serve it all, cheapest/i);
  await expect(bill(page).getByText('$480.00')).toBeAttached(); // 2,400 posts with a link x $0.200
});

test('a typed quantity is echoed and moves every number', async ({ page }) => {
  await openPage(page);
  await type(page, 'Posts read', '9k');
  await expectNoText(page, /reads stop/);
  await expectText(page, /no breach/);
  await type(page, 'Posts read', '400/day');
  await expectText(page, /reads stop/);
  await expect(field(page, 'Posts read')).toHaveValue(/400/);
});

test('a wrong quantity says what was expected and keeps the old one', async ({ page }) => {
  await openPage(page);
  await type(page, 'Posts read', 'many');
  await expectText(page, /many/);
  await expectText(page, /20,000 of 30,000 refused/);
});

test('the slider moves by keyboard and by mouse, undo brings it back', async ({ page }) => {
  await openPage(page);
  const slider = page.getByRole('slider', { name: 'Posts read' });
  const before = await slider.getAttribute('aria-valuetext');
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  await atRest(page);
  const keyed = await slider.getAttribute('aria-valuetext');
  expect(keyed).not.toBe(before);
  const box = await slider.boundingBox();
  await page.mouse.move(box.x + box.width * 0.6, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.2, box.y + box.height / 2, { steps: 5 });
  await page.mouse.up();
  await atRest(page);
  expect(await slider.getAttribute('aria-valuetext')).not.toBe(keyed);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await atRest(page);
  expect(await slider.getAttribute('aria-valuetext')).toBe(before);
});

test('previous and next change step through the price changes', async ({ page }) => {
  await openPage(page);
  const dates = [];
  for (let i = 0; i < 3; ++i) {
    await page.getByRole('button', { name: 'Next change' }).click();
    await atRest(page);
    dates.push(/d=([0-9-]+)/.exec(await fragment(page))[1]);
  }
  expect(dates[0]).toBe('2023-04-28'); // the old free levels end
  expect([...dates].sort()).toEqual(dates);
  await page.getByRole('button', { name: 'Previous change' }).click();
  await atRest(page);
  expect(/d=([0-9-]+)/.exec(await fragment(page))[1]).toBe(dates[1]);
});

test('a plan can be chosen, and one that is not sold says so', async ({ page }) => {
  await openPage(page);
  const plan = page.getByRole('combobox', { name: /Plan of X/ });
  await plan.selectOption({ label: (await plan.locator('option', { hasText: 'Cheapest that fits' }).first().textContent()) });
  await atRest(page);
  await expectText(page, /about \$42,000/);
  await page.goBack();
  await ready(page);
  await page.getByRole('button', { name: 'Today', exact: true }).click();
  await expectText(page, /Basic.*not sold|not sold.*Basic/);
});

test('a shared link shows the identical calculation in a new profile', async ({ page, browser }) => {
  await openPage(page);
  await page.getByRole('button', { name: 'Prices of 25 April 2023' }).click();
  await type(page, 'Prices of the day, as year-month-day', '2026-03-03');
  await page.keyboard.press('Escape');
  await page.evaluate(() => {
    navigator.clipboard.writeText = (text) => ((window.copied = text), Promise.resolve());
  });
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await atRest(page);
  const summary = await page.evaluate(() => window.copied);
  expect(summary).toContain('$210.00');
  const link = /#(\S+)/.exec(summary)[1];

  const other = await (await browser.newContext()).newPage();
  await openPage(other, { link });
  await expectText(other, /Shared with you/);
  await expectText(other, '$210.00');
  await expectText(other, /\$684\.00/);
  const moved = other.getByRole('table', { name: 'What changed since this was shared' });
  await expect(moved.getByText('$480.00')).toBeAttached();
  await expect(moved.getByText('+$456.00')).toBeAttached();
  await other.context().close();
});

test('a cut link says so and keeps what was there', async ({ page }) => {
  await openPage(page);
  await type(page, 'Posts read', '9k');
  const whole = await fragment(page);
  await page.evaluate((cut) => (location.hash = cut), whole.slice(0, -9));
  await expectText(page, /link is broken/);
  await expectText(page, /no breach/);
});

test('no request is caused by typing or dragging', async ({ page }) => {
  await openPage(page);
  const requests = [];
  page.on('request', (request) => request.url().startsWith('data:') || requests.push(request.url()));
  await type(page, 'Posts read', '12,345');
  await page.getByRole('slider', { name: 'Posts read' }).focus();
  await page.keyboard.press('ArrowRight');
  await atRest(page);
  expect(requests).toEqual([]);
});

test('traffic in bursts, in a time zone, tried again: all of it is in the link', async ({ page }) => {
  await openPage(page);
  await page.getByRole('combobox', { name: 'Traffic', exact: true }).selectOption({ index: 4 });
  await atRest(page);
  await page.getByRole('combobox', { name: 'Time zone of the traffic' }).selectOption({ label: 'Berlin' });
  await atRest(page);
  await type(page, 'Bursts a month', '8');
  await expectText(page, /LinkedIn API calls first refused on/);
  await page.getByRole('checkbox', { name: 'Try refused calls again later' }).click();
  await atRest(page);
  await expectText(page, /delayed, the longest by/);
  await expect.poll(() => fragment(page)).toMatch(/;s=bursts:8:10:60:Europe\/Berlin;r=again;/);
  await page.reload();
  await ready(page);
  await expect(field(page, 'Bursts a month')).toHaveValue('8');
  await expectText(page, /X reads stop on/);
});

test('the point on the cost curve is keyed and dragged, and the total follows', async ({ page }) => {
  await openPage(page);
  await page.getByRole('tab', { name: 'Cost curve' }).click();
  await atRest(page);
  const curve = page.getByRole('slider', { name: 'Cost curve: posts read' });
  const reads = page.getByRole('slider', { name: 'Posts read', exact: true });
  const before = [await curve.getAttribute('aria-valuetext'), await reads.getAttribute('aria-valuetext')];
  await curve.focus();
  await page.keyboard.press('ArrowRight');
  await atRest(page);
  const keyed = [await curve.getAttribute('aria-valuetext'), await reads.getAttribute('aria-valuetext')];
  expect(keyed[0]).not.toBe(before[0]);
  expect(keyed[1]).not.toBe(before[1]);
  const box = await curve.boundingBox();
  await page.mouse.move(box.x + box.width * 0.8, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.35, box.y + box.height / 2, { steps: 6 });
  await page.mouse.up();
  await atRest(page);
  expect(await reads.getAttribute('aria-valuetext')).not.toBe(keyed[1]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await atRest(page);
  expect(await curve.getAttribute('aria-valuetext')).toBe(before[0]);
  await page.getByRole('textbox', { name: 'Budget of the cost curve, a month' }).fill('100');
  await page.keyboard.press('Enter');
  await expectText(page, /at most 10,000 posts read a month on Basic/);
});
