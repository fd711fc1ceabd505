// The program's second part: the page opens and answers without it, and what needs it waits for it.
import { expect, test } from '@playwright/test';
import { atRest, openPage, TODAY } from './page.mjs';

const isSync = (request) => request.resourceType() === 'xhr';

// The page with its second part held back; `answer(route)` says what becomes of a load that cannot wait.
async function openFirstPart(page, answer) {
  const asked = { sync: 0 };
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await page.route('**/later.wasm', async (route) => {
    if (isSync(route.request())) {
      asked.sync += 1;
      return answer(route);
    }
    await held;
    return route.continue();
  });
  await page.clock.setFixedTime(new Date(`${TODAY}T12:00:00Z`));
  await page.goto('/');
  await page.waitForFunction(() => window.tollmeter?.ready);
  return { asked, release };
}

for (const viewport of [{ width: 1440, height: 900 }, { width: 390, height: 844 }]) {
  test(`without it the page is drawn and usable, ${viewport.width} wide`, async ({ page }) => {
    await page.setViewportSize(viewport);
    const { asked, release } = await openFirstPart(page, (route) => route.continue());
    const verdict = page.getByRole('status').first();
    await expect(verdict).toContainText('to serve it all: about $42,000');
    const slider = page.getByRole('slider', { name: 'Posts read' });
    await slider.scrollIntoViewIfNeeded();
    const box = await slider.boundingBox();
    const y = box.y + box.height / 2;
    await page.mouse.move(box.x + box.width * 0.6, y);
    await page.mouse.down();
    for (let i = 1; i <= 20; i += 1) await page.mouse.move(box.x + box.width * (0.6 - 0.028 * i), y);
    await page.mouse.up();
    await expect(verdict).toContainText('$100.00 a month as chosen, no breach');
    for (let at = 40; at < viewport.height; at += 40) await page.mouse.move(viewport.width / 2, at);
    expect(asked.sync).toBe(0);
    release();
    await atRest(page);
    expect(asked.sync).toBe(0);
  });
}

test('what needs it before it came loads it at once', async ({ page }) => {
  const { asked, release } = await openFirstPart(page, (route) => route.continue());
  await page.getByRole('button', { name: '+ Add a platform' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Add a platform' })).toBeAttached();
  expect(asked.sync).toBe(1);
  release();
  await atRest(page);
  await page.getByRole('textbox', { name: 'Search by name or kind' }).fill('reddit');
  await expect(page.getByRole('button', { name: 'Add Reddit Data API' })).toBeAttached();
  expect(asked.sync).toBe(1);
});

test('where it cannot be had the page says so in one sentence', async ({ page }) => {
  await openFirstPart(page, (route) => route.abort());
  const link = await page.evaluate(() => location.hash);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(page.locator('#say')).toContainText('A part of Tollmeter could not be loaded. Is there a network?');
  expect(await page.evaluate(() => location.hash)).toBe(link);
});

test('a link waits for it', async ({ page }) => {
  let sync = 0;
  page.on('request', (request) => (sync += request.url().endsWith('later.wasm') && isSync(request) ? 1 : 0));
  await openPage(page);
  await page.getByRole('slider', { name: 'Posts read' }).press('ArrowRight');
  await atRest(page);
  const link = await page.evaluate(() => location.hash.slice(1));
  expect(link).not.toBe('');
  await page.goto('about:blank');
  await openPage(page, { link });
  expect(sync).toBe(0);
});
