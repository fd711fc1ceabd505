// Faults while the page runs: memory, traps of the program, storage, WebGL, and tabs that are hidden, frozen and brought back.
// What the person had stays, and the page answers again.
import { expect, test } from '@playwright/test';
import { colours, picture } from './pixels.mjs';
import { atRest, expectText, fragment, openPage, ready, TODAY } from './page.mjs';

const alert = (page) => page.locator('#notice').getByRole('alert');
const below = (page) => page.locator('#update');
const inNotice = (page, name) => page.locator('#notice').getByRole('button', { name });
const posts = (page) => page.getByRole('textbox', { name: 'Posts read', exact: true });
const mine = (page) => page.evaluate(() => localStorage.getItem('tollmeter.mine'));

const noMemory = /The browser gave Tollmeter no memory\. Close other tabs, then reload the page\.$/;
const crashed = 'Tollmeter met a fault of its own and stopped. Reload the page to go on: the address still holds your calculation.';

async function readPosts(page, amount) {
  await posts(page).fill(amount);
  await posts(page).press('Enter');
}

test.describe('memory', () => {
  test('refused at the start: it is said, and a reload starts', async ({ page }) => {
    await page.addInitScript(() => {
      if (sessionStorage.refused) return;
      sessionStorage.refused = 'once';
      WebAssembly.instantiateStreaming = () => Promise.reject(new RangeError('Out of memory: Cannot allocate Wasm memory for new instance'));
    });
    await page.clock.setFixedTime(new Date(`${TODAY}T12:00:00Z`));
    await page.goto('/');
    await expect(alert(page)).toHaveText(noMemory);
    await inNotice(page, 'Reload the page').click();
    await ready(page);
  });

  test('refused later: the calculation is in the address and kept', async ({ page }) => {
    await openPage(page);
    await readPosts(page, '9k');
    await atRest(page);
    const link = await fragment(page);
    await page.evaluate(() => {
      WebAssembly.Memory.prototype.grow = () => {
        throw new RangeError('Unable to grow instance memory');
      };
      const bytes = new File([new Uint8Array(1 << 20).fill(32)], 'prices.json');
      const files = new DataTransfer();
      for (let i = 0; i < 64; i += 1) files.items.add(bytes);
      document.dispatchEvent(new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }));
    });
    await expect(alert(page)).toHaveText(noMemory);
    expect([await fragment(page), await mine(page)]).toEqual([link, link]);
    await inNotice(page, 'Reload the page').click();
    await ready(page);
    await expect(posts(page)).toHaveValue('9k');
  });
});

// Each function of the program traps once window.trap is set; so does one that is handed a calculation of 9,001 posts.
function trapping() {
  const instantiate = WebAssembly.instantiateStreaming;
  WebAssembly.instantiateStreaming = async (...given) => {
    const { instance, module } = await instantiate.apply(WebAssembly, given);
    const guarded = (inner) => (...values) => {
      if (window.trap) throw new WebAssembly.RuntimeError('unreachable');
      return inner(...values);
    };
    const exports = Object.entries(instance.exports).map(([name, value]) => [name, typeof value === 'function' ? guarded(value) : value]);
    return { instance: { exports: Object.fromEntries(exports) }, module };
  };
  const encode = TextEncoder.prototype.encode;
  TextEncoder.prototype.encode = function (text) {
    window.trap ||= /posts_read=9001\b/.test(text);
    return encode.call(this, text);
  };
}

test.describe('a trap of the program', () => {
  test('the page stops with a sentence, and a reload goes on', async ({ page }) => {
    await page.addInitScript(trapping);
    await openPage(page);
    await readPosts(page, '9k');
    await atRest(page);
    const link = await fragment(page);
    await page.evaluate(() => (window.trap = true));
    await page.getByRole('button', { name: 'Undo' }).press('Enter');
    await expect(alert(page)).toHaveText(crashed);
    expect([await fragment(page), await mine(page)]).toEqual([link, link]);
    await inNotice(page, 'Reload the page').click();
    await ready(page);
    await expect(posts(page)).toHaveValue('9k');
  });

  for (const bare of [false, true]) {
    test(`a calculation that traps at each start can be left, and stays in the history: ${bare ? 'as it was kept' : 'in the address'}`, async ({ page }) => {
      await page.addInitScript(trapping);
      await openPage(page);
      await readPosts(page, '9001');
      await atRest(page);
      const link = await fragment(page);
      expect(link).toContain('posts_read=9001');
      if (bare) await page.goto('about:blank');
      if (bare) await page.goto('/');
      else await page.reload();
      await expect(alert(page)).toHaveText(crashed);
      await inNotice(page, 'Reload the page').click();
      await expect(alert(page)).toHaveText(crashed);
      await expect(page.locator('#notice').getByText('If it stops again, start without this calculation.')).toBeVisible();
      await inNotice(page, 'Start without it').click();
      await ready(page);
      await expect(alert(page)).toHaveCount(0);
      await page.goBack();
      await expect.poll(() => fragment(page)).toBe(link);
    });
  }
});

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

test.describe('WebGL', () => {
  const lose = (page) => page.evaluate(() => {
    window.extension = document.getElementById('canvas').getContext('webgl2').getExtension('WEBGL_lose_context');
    window.extension.loseContext();
  });
  const restore = (page) => page.evaluate(() => window.extension.restoreContext());
  const isPlain = (page) => page.evaluate(() => [...document.styleSheets].some(({ href, media }) => href?.endsWith('plain.css') && media.mediaText === 'all'));

  test('lost three times in a row, and brought back each time', async ({ page }) => {
    await openPage(page);
    for (const amount of ['9k', '8k', '7k']) {
      await lose(page);
      await expect.poll(() => isPlain(page)).toBe(true);
      await readPosts(page, amount);
      await atRest(page);
      await restore(page);
      await expect.poll(() => isPlain(page)).toBe(false);
      await atRest(page);
      await expect(posts(page)).toHaveValue(amount);
    }
    expect(await fragment(page)).toContain('posts_read=7000');
    await page.getByRole('slider', { name: 'Posts read' }).press('ArrowRight');
    expect(colours(await picture(page))).toBeGreaterThan(100);
  });

  test('lost at once again, and again', async ({ page }) => {
    await openPage(page);
    await page.evaluate(async () => {
      const canvas = document.getElementById('canvas');
      const extension = canvas.getContext('webgl2').getExtension('WEBGL_lose_context');
      const event = (name) => new Promise((resolve) => canvas.addEventListener(name, resolve, { once: true }));
      for (let i = 0; i < 3; i += 1) {
        const [lost, restored] = [event('webglcontextlost'), event('webglcontextrestored')];
        extension.loseContext();
        await lost;
        await new Promise((resolve) => setTimeout(resolve)); // it cannot be brought back before its event is over
        extension.restoreContext();
        await restored;
      }
    });
    await readPosts(page, '9k');
    await atRest(page);
    expect(await isPlain(page)).toBe(false);
    await expect(posts(page)).toHaveValue('9k');
  });

  test('lost for ever while a dialog is open: the dialog stays and works as plain page', async ({ page }) => {
    await openPage(page);
    await readPosts(page, '9k');
    await page.getByRole('button', { name: 'Share', exact: true }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Share' });
    await expect(dialog).toBeAttached();
    await lose(page);
    await expect.poll(() => isPlain(page)).toBe(true);
    await atRest(page);
    await expect(dialog).toBeVisible();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect(dialog).toHaveCount(0);
    await page.reload();
    await ready(page);
    await expect(posts(page)).toHaveValue('9k');
    expect(await isPlain(page)).toBe(false);
  });

  test('no context is given after it was brought back: the page stays plain', async ({ page }) => {
    await openPage(page);
    await lose(page);
    await expect.poll(() => isPlain(page)).toBe(true);
    await page.evaluate(() => {
      HTMLCanvasElement.prototype.getContext = () => null;
    });
    await restore(page);
    await readPosts(page, '9k');
    await expectText(page, /90 % of 10,000/);
    expect(await isPlain(page)).toBe(true);
  });
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
