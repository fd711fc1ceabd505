// A calculation within another page: shown whole, at any width, and leaving nothing behind.
import { expect, test } from '@playwright/test';
import { atRest, expectText, openPage, TODAY } from './page.mjs';

const link = '1;t=Q3%20launch;d=2023-04-25;p=x:basic;posts_read=30%2C000~xxxxx';

// The link of the example with another title, and the HTML that the share dialog gives for it.
async function embedHtml(page, context) {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openPage(page);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await atRest(page);
  await page.getByRole('button', { name: 'Copy the HTML that shows it in another page' }).click();
  await atRest(page);
  return page.evaluate(() => navigator.clipboard.readText());
}

// A page of another origin around it.
async function openAround(page, html, width = 900) {
  const port = new URL(page.url()).port;
  const around = `http://localhost:${port}/around.html`;
  await page.route(around, (route) =>
    route.fulfill({ contentType: 'text/html', body: `<!doctype html><title>Around</title><body style="margin:0"><div style="width:${width}px">${html}</div>` }));
  await page.goto(around);
  const frame = page.frames().find((one) => one !== page.mainFrame());
  await frame.waitForFunction(() => window.tollmeter?.ready);
  await frame.evaluate(() => window.tollmeter.idle());
  return frame;
}

test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime(new Date(`${TODAY}T12:00:00Z`));
});

for (const width of [320, 600, 1200]) {
  test(`it shows verdict, limits, bill and chart, ${width} wide`, async ({ page, context }) => {
    const frame = await openAround(page, await embedHtml(page, context), width);
    for (const said of ['Multi-platform ad scheduler', /^Prices of 25 April 2023, figures read to/, '$100.00', /20,000 of 30,000 refused/]) {
      await expect(frame.getByText(said).first()).toBeAttached();
    }
    await expect(frame.getByRole('table', { name: 'The bill' })).toBeAttached();
    for (const name of ['Share', 'Menu', 'Undo', 'Export', 'set a budget']) {
      await expect(frame.getByRole('button', { name, exact: true })).toHaveCount(0);
    }
    await expect(frame.getByRole('slider', { name: 'Posts read' })).toHaveCount(0);
    expect(await frame.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    const canvas = await frame.locator('#canvas').boundingBox();
    expect(Math.round(canvas.width)).toBe(width);
  });
}

test('its link opens the calculation in Tollmeter, in a tab of its own', async ({ page, context }) => {
  const frame = await openAround(page, await embedHtml(page, context));
  const out = frame.getByRole('link', { name: 'Open in Tollmeter' });
  await expect(out).toBeVisible();
  await expect(out).toHaveAttribute('rel', 'noopener');
  const [opened] = await Promise.all([context.waitForEvent('page'), out.click()]);
  await opened.waitForFunction(() => window.tollmeter?.ready);
  expect(new URL(opened.url()).search).toBe('');
  await expectText(opened, /Shared with you/);
  await expect(opened.getByRole('button', { name: 'Share', exact: true })).toBeAttached();
  expect(await opened.evaluate(() => window.opener)).toBeNull();
});

test('nothing of it is kept, and what the person has is not shown', async ({ page }) => {
  await openPage(page);
  await page.getByRole('textbox', { name: 'Posts read', exact: true }).fill('9k');
  await page.keyboard.press('Enter');
  await atRest(page);
  const kept = () => page.evaluate(() => JSON.stringify(localStorage));
  const before = await kept();
  expect(before).toContain('9k');
  const example = (await page.evaluate(() => location.hash)).replace('9k', '');
  expect(example).not.toBe('');
  // In a page of the same origin, which shares the storage.
  const around = new URL('/around.html', page.url()).href;
  await page.route(around, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Around</title><iframe src="/?embed=1" title="Tolls" width="1000" height="800"></iframe>' }));
  await page.goto(around);
  const length = await page.evaluate(() => history.length);
  const frame = page.frames()[1];
  await frame.waitForFunction(() => window.tollmeter?.ready);
  await frame.evaluate(() => window.tollmeter.idle());
  await expect(frame.getByText(/20,000 of 30,000 refused/).first()).toBeAttached();
  // Exploring the chart changes what is shown, and neither the storage nor the history of the page around it.
  const date = frame.getByRole('slider', { name: 'Price history: date of the prices' });
  await date.focus();
  await page.keyboard.press('PageDown');
  await frame.evaluate(() => window.tollmeter.idle());
  await expect(frame.getByText(/^Prices of 25 April 2023, figures/)).toHaveCount(0);
  expect(await kept()).toBe(before);
  expect(await page.evaluate(() => history.length)).toBe(length);
  expect(await frame.evaluate(async () => (await navigator.serviceWorker?.getRegistrations())?.length ?? 0)).toBe(0);
  // The way out takes it along.
  const out = frame.getByRole('link', { name: 'Open in Tollmeter' });
  await out.focus();
  expect(await out.getAttribute('href')).toContain('#1;');
});

test('a link that was cut shows its fault and no other calculation', async ({ page }) => {
  await openPage(page);
  const frame = await openAround(page, `<iframe src="${new URL('/', page.url())}?embed=1#${link}" title="Tolls" width="600" height="400"></iframe>`);
  await expect(frame.getByRole('heading', { name: 'This calculation cannot be shown' })).toBeAttached();
  await expect(frame.getByText(/\$/)).toHaveCount(0);
});

test('axe finds nothing in it', async ({ page }) => {
  await page.goto('/?embed=1');
  await page.waitForFunction(() => window.tollmeter?.ready);
  await atRest(page); // which looks
});
