// Text on the canvas reaches WCAG AA as it is drawn: what axe-core cannot see, since the mirror over it is transparent.
import { expect, test } from '@playwright/test';
import { atRest, openPage } from './page.mjs';
import { picture } from './pixels.mjs';
import { chooseChart, goTo, press } from './survey.mjs';

test.use({ deviceScaleFactor: 2 });

const luminance = (rgb) => {
  const [r, g, b] = rgb.map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const ratio = (a, b) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);

// What can be read now: not behind something, not cut by what it scrolls in, not disabled.
const texts = (page) =>
  page.evaluate(() => {
    const found = [];
    for (const element of document.querySelectorAll('#mirror :is(p, h1, h2, h3, td, th, button, select, .text)')) {
      const text = element.matches('button, p, h1, h2, h3, td, th') ? element.textContent : element.value;
      const states = ['inert', 'aria-disabled'].some((state) => element.closest(`[${state}]`)) || element.matches('[role=status], .alert');
      if (states || !text || element.style.clipPath) continue;
      const { x, y, width, height } = element.getBoundingClientRect();
      // The table that says what a picture shows lies over the picture.
      if (element.closest('table')?.getBoundingClientRect().height === height) continue;
      if (width < 4 || height < 8 || x < 0 || y < 0 || x + width > innerWidth || y + height > innerHeight) continue;
      found.push({ text, x, y, width, height, large: element.matches('.large') });
    }
    return found;
  });

// The ground is the commonest colour in the box, the text's the one that stands out most.
function contrastIn(image, { x, y, width, height }) {
  const seen = new Map();
  for (let row = y; row < y + height; row += 1 / image.density) {
    for (let column = x; column < x + width; column += 1 / image.density) {
      const colour = image.at(column, row);
      const key = (colour[0] << 16) | (colour[1] << 8) | colour[2];
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }
  }
  const lights = [...seen].toSorted((a, b) => b[1] - a[1]).map(([key]) => luminance([key >> 16, (key >> 8) & 255, key & 255]));
  return Math.max(...lights.map((light) => ratio(light, lights[0])));
}

async function expectReadable(page, state) {
  await atRest(page);
  const image = await picture(page);
  const all = await texts(page);
  const pale = all
    .map((text) => ({ ...text, contrast: contrastIn(image, text) }))
    .filter(({ contrast, large }) => contrast < (large ? 3 : 4.4)) // the thinnest strokes lose a little to smoothing
    .map(({ text, contrast }) => `${text}: ${contrast.toFixed(2)}`);
  expect(pale, state).toEqual([]);
  return all.length;
}

for (const colorScheme of ['light', 'dark']) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test(`text can be read, ${colorScheme}`, async ({ page }) => {
      test.setTimeout(90_000);
      await page.setViewportSize({ width: 1280, height: 640 });
      await openPage(page);
      expect(await expectReadable(page, 'as it opens')).toBeGreaterThan(40);
    });

    // The smaller picture is the quicker one, and the inks are the same.
    test(`text can be read on a phone, ${colorScheme}`, async ({ page }) => {
      test.setTimeout(90_000);
      await page.setViewportSize({ width: 390, height: 844 });
      await openPage(page);
      await expectReadable(page, 'as it opens');
      await press(page, 'Menu');
      await expectReadable(page, 'the menu');
      await page.keyboard.press('Escape');
      await atRest(page);
      for (const view of ['Breaks', 'Bill', 'Charts']) {
        await goTo(page, view);
        await expectReadable(page, view);
      }
      for (const chart of ['Cost curve', 'Month']) {
        await chooseChart(page, chart);
        await expectReadable(page, chart);
      }
    });
  });
}
