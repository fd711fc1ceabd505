// Keeping what the person had: where nothing can be stored, and in tabs that are hidden, frozen, brought back or not alone.
import { expect, test } from '@playwright/test';
import { atRest, expectText, fragment, openPage, ready } from './page.mjs';

const below = (page) => page.locator('#update');
const posts = (page) => page.getByRole('textbox', { name: 'Posts read', exact: true });
const mine = (page) => page.evaluate(() => localStorage.getItem('tollmeter.mine'));

async function readPosts(page, amount) {
  await posts(page).fill(amount);
  await posts(page).press('Enter');
}

test.describe('storage', () => {
  const refusals = {
    full: () => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    },
    blocked: () => {
      const refuse = () => {
        throw new DOMException('denied', 'SecurityError');
      };
      for (const name of ['localStorage', 'sessionStorage', 'caches', 'indexedDB']) Object.defineProperty(window, name, { get: refuse });
      if (navigator.serviceWorker) navigator.serviceWorker.register = async () => refuse();
    },
  };

  for (const [how, refuse] of Object.entries(refusals)) {
    test(`${how}: it is said once, and the address holds all`, async ({ page }) => {
      const thrown = [];
      page.on('pageerror', (error) => thrown.push(error.message));
      await page.addInitScript(refuse);
      await openPage(page);
      await expect(below(page)).toHaveCount(0); // nothing is lost yet
      await readPosts(page, '9k');
      await expect(below(page).getByRole('status')).toHaveText(
        'This browser keeps nothing for your next visit: its storage is full or blocked. The address holds your calculation.',
      );
      await below(page).getByRole('button', { name: 'Close' }).click();
      await readPosts(page, '8k');
      await atRest(page);
      await expect(below(page)).toHaveCount(0);
      await page.reload();
      await ready(page);
      await expect(posts(page)).toHaveValue('8k');
      expect(thrown).toEqual([]);
    });
  }
});

test.describe('tabs', () => {
  const hide = (page, hidden) => page.evaluate((is) => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => is });
    document.dispatchEvent(new Event('visibilitychange'));
  }, hidden);
  const frames = (page) => page.evaluate(() => window.tollmeter.frames());

  test('what was done right before the tab is hidden is kept, and nothing is drawn until it is seen', async ({ page }) => {
    await openPage(page);
    await readPosts(page, '9k');
    const before = await mine(page);
    // In one task, so that no frame comes between.
    await page.evaluate(() => {
      const field = [...document.querySelectorAll('#mirror input')].find((input) => input.type === 'range' && input.ariaLabel === 'Posts read');
      field.value = Number(field.value) + 0.05;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      field.dispatchEvent(new Event('change', { bubbles: true }));
      Object.defineProperty(document, 'hidden', { configurable: true, get: () => true });
      document.dispatchEvent(new Event('visibilitychange'));
    });
    const [link, drawn] = [await fragment(page), await frames(page)];
    expect(await mine(page)).toBe(link);
    expect(link).not.toBe(before);
    await page.setViewportSize({ width: 1300, height: 800 });
    expect(await frames(page)).toBe(drawn);
    await hide(page, false);
    await expect.poll(() => frames(page)).toBeGreaterThan(drawn);
  });

  test('frozen and thawed, the page answers', async ({ page, context }) => {
    await openPage(page);
    await readPosts(page, '9k');
    await atRest(page);
    const link = await fragment(page);
    const client = await context.newCDPSession(page);
    await hide(page, true);
    await client.send('Page.setWebLifecycleState', { state: 'frozen' });
    await client.send('Page.setWebLifecycleState', { state: 'active' });
    await hide(page, false);
    expect([await fragment(page), await mine(page)]).toEqual([link, link]);
    await readPosts(page, '8k');
    await expectText(page, /80 % of 10,000/);
  });

  test('what another tab saved while this one was away is not overwritten', async ({ page, context }) => {
    const save = async (tab, title) => {
      await tab.getByRole('button', { name: 'Menu' }).press('Enter');
      await tab.getByRole('button', { name: 'Saved calculations' }).press('Enter');
      await tab.getByRole('textbox', { name: 'Title of this calculation' }).fill(title);
      await tab.getByRole('textbox', { name: 'Title of this calculation' }).press('Enter');
      await tab.getByRole('button', { name: 'Save this calculation' }).press('Enter');
      await atRest(tab);
      await tab.keyboard.press('Escape');
    };
    // Kept by the browser for its Back, a page hears of no other tab.
    await page.addInitScript(() => addEventListener('storage', (event) => event.stopImmediatePropagation(), true));
    await openPage(page);
    const other = await context.newPage();
    await openPage(other);
    await save(other, 'One');
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    await save(page, 'Two');
    const saved = await page.evaluate(() => JSON.parse(localStorage.getItem('tollmeter.saved')).calculations.map(({ title }) => title));
    expect(saved).toEqual(['One', 'Two']);
  });
});
