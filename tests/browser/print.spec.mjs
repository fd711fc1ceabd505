// The report on paper: complete, black on white, and gone when the printing is done.
import { expect, test } from '@playwright/test';
import { atRest, openPage as open } from './page.mjs';

const paper = (page) => page.locator('#paper');

// The report's script comes after the first frame.
async function openPage(page) {
  await open(page);
  await page.locator('link[href="later/paper.css"]').waitFor({ state: 'attached' });
}

async function pagesOf(page, options) {
  const pdf = await page.pdf({ ...options, preferCSSPageSize: false });
  return pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g).length;
}

for (const [name, viewport, colorScheme] of [
  ['a desktop', { width: 1440, height: 900 }, 'light'],
  ['a dark desktop', { width: 1440, height: 900 }, 'dark'],
  ['a phone', { width: 390, height: 844 }, 'dark'],
]) {
  test(`from ${name} all of the calculation is printed, black on white`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme });
    await openPage(page);
    await page.emulateMedia({ colorScheme, media: 'print' });
    await expect(paper(page)).toBeVisible();
    const text = await paper(page).innerText();
    for (const said of [
      'Multi-platform ad scheduler', 'Prices of 25 April 2023', '$100.00 a month before tax, 1 breach', 'about $42,000',
      'Posts read', '30,000 a month', 'connected accounts', '60',
      '10,000 a month', 'breaks: 3.0 × the cap', '5 May 00:00 UTC', '20,000',
      'X (Twitter), Basic', '30,000 asked − 20,000 refused = 10,000 served', 'Amounts are before tax', 'https://', '#1;t=Multi-platform',
    ]) {
      expect(text).toContain(said);
    }
    // Every source that is cited stands in the list.
    const cited = [...text.matchAll(/\[(\d+)\]/g)].map(([, n]) => Number(n));
    expect(cited.length).toBeGreaterThan(3);
    expect(Math.max(...cited)).toBe(await paper(page).locator('ol > li').count());
    // Charts are pictures with words.
    const charts = paper(page).getByRole('img');
    expect(await charts.count()).toBe(3);
    for (const chart of await charts.all()) {
      expect((await chart.getAttribute('aria-label')).length).toBeGreaterThan(10);
      expect(await chart.evaluate((canvas) => canvas.width)).toBe(1920);
    }
    const colours = await page.evaluate(() => {
      const style = getComputedStyle(document.querySelector('#paper td'));
      return [style.color, getComputedStyle(document.documentElement).backgroundColor];
    });
    expect(colours).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
    for (const hidden of ['#mirror', '#canvas', '#notice']) await expect(page.locator(hidden)).toBeHidden();
    // Nothing is wider than the paper: A4 without its margins.
    await page.setViewportSize({ width: 680, height: 1009 });
    expect(await paper(page).evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);

    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme, media: 'screen' });
    await expect(paper(page)).toHaveCount(0);
    await atRest(page);
    await expect(page.getByText('$100.00', { exact: true }).first()).toBeAttached();
    expect(await page.locator('#canvas').evaluate(({ width, height }) => [width, height])).toEqual([viewport.width, viewport.height]);
  });
}

test('A4 and Letter both hold it on a few pages', async ({ page }) => {
  await openPage(page);
  for (const format of ['A4', 'Letter']) {
    const pages = await pagesOf(page, { format });
    expect(pages).toBeGreaterThan(2);
    expect(pages).toBeLessThan(9);
  }
  await expect(paper(page)).toHaveCount(0);
});

test('the button prints', async ({ page }) => {
  await page.addInitScript(() => {
    window.printed = 0;
    window.print = () => {
      dispatchEvent(new Event('beforeprint'));
      window.printed = document.querySelectorAll('#paper h2').length;
      dispatchEvent(new Event('afterprint'));
    };
  });
  await openPage(page);
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await atRest(page);
  await page.getByRole('button', { name: 'Print, or save as PDF' }).click();
  await expect.poll(() => page.evaluate(() => window.printed)).toBe(7);
  await expect(paper(page)).toHaveCount(0);
});

test('an empty calculation prints a report that says so', async ({ page }) => {
  await openPage(page);
  await page.getByRole('button', { name: 'Start empty' }).first().click();
  await atRest(page);
  await page.emulateMedia({ media: 'print' });
  const text = await paper(page).innerText();
  expect(text).toContain('$0.00 a month before tax, nothing breaks');
  expect(text).toContain('No limit is touched.');
});

test('a title is text on paper, whatever it holds', async ({ page }) => {
  await openPage(page);
  await page.getByRole('button', { name: 'Title: Multi-platform ad scheduler' }).click();
  await atRest(page);
  await page.getByRole('textbox', { name: 'Title of this calculation' }).fill('<img src=x onerror=alert(1)>');
  await page.keyboard.press('Enter');
  await atRest(page);
  await page.emulateMedia({ media: 'print' });
  await expect(paper(page).locator('h1')).toHaveText('<img src=x onerror=alert(1)>');
  await expect(paper(page).locator('h1 img')).toHaveCount(0);
});
