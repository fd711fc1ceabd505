// Titles in scripts that the page's fonts lack are drawn by the browser: no boxes, no question marks.
import { expect, test } from '@playwright/test';
import { escaped, checksum } from '../../tools/pages/link.mjs';
import { atRest, openPage } from './page.mjs';
import { picture } from './pixels.mjs';

// Two titles of each script, as long as each other.
const scripts = {
  Cyrillic: ['бюджет', 'расход'],
  Greek: ['δαπάνη', 'κόστος'],
  Japanese: ['予算計画', '費用見積'],
  Hindi: ['बजट योजना', 'लागत सूची'],
  Arabic: ['ميزانية', 'تكاليف'],
  Hebrew: ['תקציב', 'הוצאה'],
  emoji: ['😀', '😎'],
};

const linkWith = (title) => {
  const text = `1;d=2026-11-23;t=${escaped(title)};p=x:basic;posts_created=6000`;
  return `${text}~${checksum(text)}`;
};

// Whether the machine has fonts for the texts: where it has not, every character is the same box.
const drawable = (page, texts) =>
  page.evaluate((texts) => {
    const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const drawn = (text) => {
      context.clearRect(0, 0, 300, 150);
      context.font = '40px Inter, system-ui, sans-serif';
      context.fillText(text, 20, 60);
      return context.getImageData(0, 0, 300, 150).data.join();
    };
    const boxes = drawn('\u{3FFFD}');
    return texts.every((text) => {
      const [first, ...others] = [...new Set(text.replaceAll(' ', ''))].map(drawn);
      return first !== boxes && (others.length === 0 || others.some((other) => other !== first));
    });
  }, texts);

// What is drawn of the title in its button, without the ground around it: rows of ink.
async function drawnTitle(page, title) {
  const button = page.getByRole('button', { name: `Title: ${title}`, exact: true });
  await expect(button).toBeAttached();
  const { x, y, width, height } = await button.evaluate((element) => element.getBoundingClientRect().toJSON());
  const shot = await picture(page);
  const inside = { left: Math.round(x) + 4, top: Math.round(y) + 3, right: Math.round(x + width) - 26, bottom: Math.round(y + height) - 3 };
  const ground = shot.at(inside.left, inside.top);
  const rows = [];
  for (let v = inside.top; v < inside.bottom; v += 1) {
    let row = '';
    for (let u = inside.left; u < inside.right; u += 1) {
      row += shot.at(u, v).some((value, i) => Math.abs(value - ground[i]) > 60) ? '#' : ' ';
    }
    rows.push(row);
  }
  const first = Math.min(...rows.map((row) => (row.includes('#') ? row.indexOf('#') : row.length)));
  return rows.map((row) => row.slice(first).trimEnd()).join('\n');
}

const inked = (drawn) => drawn.replaceAll(/[^#]/g, '').length;

function watchErrors(page) {
  const errors = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(String(error)));
  return errors;
}

async function show(page, title) {
  await page.evaluate((hash) => (location.hash = hash), linkWith(title));
  await atRest(page);
}

for (const [script, titles] of Object.entries(scripts)) {
  test(`a title in ${script} is drawn`, async ({ page }) => {
    const errors = watchErrors(page);
    await openPage(page, { link: linkWith(titles[0]) });
    await expect(page).toHaveTitle(new RegExp(titles[0]));
    const first = await drawnTitle(page, titles[0]);
    await show(page, titles[1]);
    const second = await drawnTitle(page, titles[1]);
    const unknown = '?'.repeat([...titles[0]].length);
    await show(page, unknown);
    const marks = await drawnTitle(page, unknown);
    expect(inked(first)).toBeGreaterThan(10);
    expect(first).not.toBe(marks);
    if (await drawable(page, titles)) expect(first).not.toBe(second);
    expect(errors).toEqual([]);
  });
}

test('this machine has fonts for some of these scripts', async ({ page }) => {
  await openPage(page);
  for (const script of ['Cyrillic', 'Arabic', 'Hebrew']) expect(await drawable(page, scripts[script]), script).toBe(true);
});

test('a phone opens a link with all of them', async ({ page }) => {
  const errors = watchErrors(page);
  await page.setViewportSize({ width: 390, height: 844 });
  const title = Object.values(scripts).map(([text]) => text).join(' ');
  const text = `1;d=2026-11-23;t=${escaped(title)};sum=200.00USD;p=x:basic;posts_created=6000`;
  await openPage(page, { link: `${text}~${checksum(text)}` });
  await expect(page.getByText(title).first()).toBeAttached();
  expect(errors).toEqual([]);
});

test('text from the right stands in its own order', async ({ page }) => {
  const [one, other] = scripts.Hebrew;
  const begins = (drawn) => drawn.split('\n').map((row) => row.slice(0, 24).trimEnd()).join('\n');
  await openPage(page, { link: linkWith(`${one} 2026`) });
  const first = begins(await drawnTitle(page, `${one} 2026`));
  await show(page, `${other} 2026`);
  // Left stand the digits, which both have, and not the words.
  expect(begins(await drawnTitle(page, `${other} 2026`))).toBe(first);
  await show(page, one);
  expect(begins(await drawnTitle(page, one))).not.toBe(first);
});

test('runs are there again after the graphics memory was lost', async ({ page }) => {
  const title = scripts.Cyrillic[0];
  await openPage(page, { link: linkWith(title) });
  const before = await drawnTitle(page, title);
  for (const [call, event] of [['loseContext', 'webglcontextlost'], ['restoreContext', 'webglcontextrestored']]) {
    await page.evaluate(
      ([name, kind]) => {
        const canvas = document.getElementById('canvas');
        window.loss ??= canvas.getContext('webgl2').getExtension('WEBGL_lose_context');
        const told = new Promise((resolve) => canvas.addEventListener(kind, () => resolve(), { once: true }));
        window.loss[name]();
        return told;
      },
      [call, event],
    );
  }
  await atRest(page);
  expect(await drawnTitle(page, title)).toBe(before);
});
