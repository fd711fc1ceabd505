// What a screen reader is told by itself: the total and new breaches, once things stand still; refusals at once. And that the text on
// the page is text: found, selected, copied.
import { expect, test } from '@playwright/test';
import { atRest, openPage } from './page.mjs';
import { press, type } from './survey.mjs';

// Notes what every live region says from now on.
const listen = (page) =>
  page.evaluate(() => {
    window.spoken = [];
    const note = (records) => {
      for (const { target } of records) {
        const region = (target.nodeType === Node.TEXT_NODE ? target.parentElement : target)?.closest('[role=status], [role=alert]');
        if (region?.textContent) window.spoken.push([region.getAttribute('role'), region.textContent]);
      }
    };
    new MutationObserver(note).observe(document.getElementById('mirror'), { childList: true, characterData: true, subtree: true });
  });

const heard = async (page) => {
  await atRest(page);
  await page.waitForTimeout(700); // what stands still so long is said
  return page.evaluate(() => window.spoken.splice(0));
};

const slider = (page) => page.getByRole('slider', { name: 'Posts read' });

async function drag(page, from, to, steps) {
  const box = await slider(page).boundingBox();
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width * from, y);
  await page.mouse.down();
  for (let i = 1; i <= steps; i += 1) {
    await page.mouse.move(box.x + box.width * (from + ((to - from) * i) / steps), y);
  }
}

test('a drag says nothing until it rests, then the total once, politely', async ({ page }) => {
  await openPage(page);
  await page.waitForTimeout(700);
  await listen(page);
  // However slowly frames come here, what waits to be spoken waits until the test lets the time pass.
  await page.evaluate(() => {
    const { setTimeout: set, clearTimeout: clear } = window;
    const held = new Map();
    let id = 0;
    window.setTimeout = (run, ms, ...rest) => {
      if (ms !== 500) return set(run, ms, ...rest);
      held.set((id -= 1), run);
      return id;
    };
    window.clearTimeout = (timer) => held.delete(timer) || clear(timer);
    window.pass = () => held.forEach((run) => run());
  });
  const text = await slider(page).getAttribute('aria-valuetext');
  await drag(page, 0.45, 0.2, 15);
  await atRest(page);
  expect(await slider(page).getAttribute('aria-valuetext')).not.toBe(text);
  expect(await page.evaluate(() => window.spoken)).toEqual([]);
  await page.mouse.up();
  await atRest(page);
  await page.evaluate(() => window.pass());
  const said = await heard(page);
  expect(said).toHaveLength(1);
  expect(said[0][0]).toBe('status');
  expect(said[0][1]).toMatch(/^\$100\.00 a month as chosen, no breach/);
});

test('a plan that is chosen and a breach that is new are said', async ({ page }) => {
  await openPage(page);
  await page.waitForTimeout(700);
  await listen(page);
  await type(page, 'Posts read', '9k');
  expect(await heard(page)).toEqual([['status', expect.stringMatching(/^\$100\.00 a month as chosen, no breach/)]]);
  await type(page, 'Posts read', '20k');
  const breach = await heard(page);
  expect(breach).toHaveLength(1);
  expect(breach[0][1]).toMatch(/1 breach: X reads stop on \d+ May/);
  const plan = page.getByRole('combobox', { name: /^Plan of X/ });
  const names = await plan.locator('option').allTextContents();
  await plan.selectOption({ index: names.findIndex((name) => name.startsWith('Free')) });
  const changed = await heard(page);
  expect(changed).toHaveLength(1);
  expect(changed[0][1]).toMatch(/^\$0\.00 a month as chosen, \d+ breach/);
});

test('a refused number is said at once, and nothing else', async ({ page }) => {
  await openPage(page);
  await page.waitForTimeout(700);
  await listen(page);
  await type(page, 'Posts read', 'many');
  const said = await heard(page);
  expect(said).toHaveLength(1);
  expect(said[0][0]).toBe('alert');
  expect(said[0][1]).toContain('many');
});

test('copying says that it was done', async ({ page }) => {
  await openPage(page);
  await listen(page);
  await press(page, 'Share');
  const said = await heard(page);
  expect(said.map(([, text]) => text)).toContain('Summary with the link copied');
});

test('each slider of the use says quantity, limit and consequence', async ({ page }) => {
  await openPage(page);
  const rows = await page
    .getByRole('slider')
    .evaluateAll((all) => all.filter((element) => element.closest('section')).map((element) => [element.ariaLabel, element.getAttribute('aria-valuetext')]));
  const said = Object.fromEntries(rows);
  expect(said['Posts created']).toMatch(/^6,000 a month, 12 % of 50,000 a month/);
  expect(said['Posts read']).toMatch(/^30,000 a month, 3\.0 × the cap, refused from 5 May/);
  for (const [name, text] of rows) expect(text, name).toMatch(/^[\d,.]+ .*(, |:).+/);
});

test('the browser finds what the canvas shows, and what is found can be copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openPage(page);
  for (const words of ['429 UsageCapExceeded', 'about $42,000', 'What breaks', 'resets 00:00 UTC', 'Posts read', 'Price history']) {
    expect(await page.evaluate((text) => (getSelection().removeAllRanges(), window.find(text)), words), words).toBe(true);
  }
  await page.evaluate(() => (getSelection().removeAllRanges(), window.find('429 UsageCapExceeded')));
  expect(await page.evaluate(() => getSelection().toString())).toBe('429 UsageCapExceeded');
  await page.keyboard.press('ControlOrMeta+C');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('429 UsageCapExceeded');
});

test('all of the page is selected and copied as text', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openPage(page);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.press('ControlOrMeta+C');
  const text = await page.evaluate(() => navigator.clipboard.readText());
  for (const words of ['Tollmeter', '$100.00', 'X: posts read', 'Used up on 5 May 00:00 UTC', 'posts created']) expect(text).toContain(words);
});
