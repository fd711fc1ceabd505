// Exports: what is copied and downloaded, and pictures of charts.
import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { atRest, openPage } from './page.mjs';

const button = (page, name) => page.getByRole('button', { name, exact: true });

async function openExport(page) {
  await openPage(page);
  await button(page, 'Export').click();
  await atRest(page);
  await expect(page.getByRole('dialog', { name: 'Export' })).toBeAttached();
}

async function download(page, name) {
  const [file] = await Promise.all([page.waitForEvent('download'), button(page, name).click()]);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

test('each format is downloaded under a name of its own, and says the same', async ({ page }) => {
  await openExport(page);
  const csv = await download(page, 'Download as CSV');
  expect(csv.name).toBe('tollmeter-multi-platform-ad-scheduler-2023-04-25.csv');
  expect(csv.bytes.toString()).toContain('\r\ntotal,,,total before tax,,,,,100.00,USD');
  const json = await download(page, 'Download as JSON');
  expect(json.name).toMatch(/\.json$/);
  const report = JSON.parse(json.bytes);
  expect(report.totals_text).toBe('$100.00');
  expect(report.breaches).toBe(1);
  const markdown = await download(page, 'Download as Markdown');
  expect(markdown.name).toMatch(/\.md$/);
  expect(markdown.bytes.toString()).toContain('**\\$100.00** a month before tax, prices of 25 April 2023, 1 breach.');
  // The link in it opens the same calculation.
  expect(report.link.startsWith(new URL('/#1;', page.url()).href)).toBe(true);
  await page.goto('about:blank');
  await openPage(page, { link: report.link.split('#')[1] });
  await expect(page.getByText('$100.00', { exact: true }).first()).toBeAttached();
});

test('what is copied is what is downloaded', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openExport(page);
  await button(page, 'Copy as Markdown').click();
  await atRest(page);
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const { bytes } = await download(page, 'Download as Markdown');
  expect(copied).toBe(bytes.toString());
});

// Width and height stand at a fixed place of a PNG.
const sizeOf = (png) => [png.readUInt32BE(16), png.readUInt32BE(20)];

// With the pointer over nothing.
async function pictureOfPage(page) {
  await page.mouse.move(2, 2);
  await atRest(page);
  return page.screenshot();
}

// How many colours a picture has, and which is in its corner.
const colours = (page, bytes) =>
  page.evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.width, image.height];
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    const { data: pixels } = context.getImageData(0, 0, canvas.width, canvas.height);
    const seen = new Set();
    for (let i = 0; i < pixels.length; i += 4) seen.add(`${pixels[i]},${pixels[i + 1]},${pixels[i + 2]}`);
    return { seen: seen.size, corner: [...pixels.slice(0, 3)] };
  }, bytes.toString('base64'));

for (const colorScheme of ['light', 'dark']) {
  test(`a chart is a picture of double density, light on paper's white, from the ${colorScheme} page`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await openExport(page);
    for (const chart of ['Price history', 'Cost curve', 'Month']) {
      const before = await pictureOfPage(page);
      const { name, bytes } = await download(page, `Picture: ${chart}`);
      expect(name).toBe(`tollmeter-multi-platform-ad-scheduler-2023-04-25-${chart.toLowerCase().replace(' ', '-')}.png`);
      expect(sizeOf(bytes)).toEqual([1920, 1200]);
      const { seen, corner } = await colours(page, bytes);
      expect(corner).toEqual([255, 255, 255]);
      expect(seen).toBeGreaterThan(20);
      expect((await pictureOfPage(page)).equals(before)).toBe(true);
    }
  });
}

test('the chart that is shown is saved from its own card', async ({ page }) => {
  await openPage(page);
  const { name, bytes } = await download(page, 'Picture of this chart (PNG)');
  expect(name).toMatch(/-price-history\.png$/);
  expect(sizeOf(bytes)).toEqual([1920, 1200]);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('the menu leads to it', async ({ page }) => {
    await openPage(page);
    await button(page, 'Menu').tap();
    await atRest(page);
    await button(page, 'Export, print or save a picture').tap();
    await atRest(page);
    const { bytes } = await download(page, 'Download as CSV');
    expect(bytes.toString()).toContain('100.00,USD');
  });
});

test('without WebGL a picture is refused in one sentence, and the texts are there', async ({ page }) => {
  await page.addInitScript(() => {
    const getContext = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
      return kind.startsWith('webgl') ? null : getContext.call(this, kind, ...rest);
    };
  });
  await openExport(page);
  await button(page, 'Picture: Cost curve').click();
  await expect(page.locator('#update')).toContainText('A picture needs WebGL 2');
  const { bytes } = await download(page, 'Download as CSV');
  expect(bytes.toString()).toContain('100.00,USD');
});
