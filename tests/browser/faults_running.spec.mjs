// Faults while the page runs: memory, traps of the program, WebGL. What the person had stays, and the page answers again.
import { expect, test } from '@playwright/test';
import { colours, picture } from './pixels.mjs';
import { atRest, expectText, fragment, openPage, ready, TODAY } from './page.mjs';

const alert = (page) => page.locator('#notice').getByRole('alert');
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
      WebAssembly.instantiate = () => Promise.reject(new RangeError('Out of memory: Cannot allocate Wasm memory for new instance'));
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
      // Half a million values take more than what the program begins with.
      const files = new DataTransfer();
      files.items.add(new File([`[${'0,'.repeat(500_000)}0]`], 'prices.json'));
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
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (...given) => {
    const instance = await instantiate.apply(WebAssembly, given);
    const guarded = (inner) => (...values) => {
      if (window.trap) throw new WebAssembly.RuntimeError('unreachable');
      return inner(...values);
    };
    const exports = Object.entries(instance.exports).map(([name, value]) => [name, typeof value === 'function' ? guarded(value) : value]);
    return { exports: Object.fromEntries(exports) };
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

  test('a link that traps is left without losing what is one’s own', async ({ page }) => {
    await page.addInitScript(trapping);
    await openPage(page);
    await readPosts(page, '9k');
    await atRest(page);
    const own = await mine(page);
    const link = own.replace('posts_read=9k', 'posts_read=9001');
    await page.goto('about:blank');
    await page.goto(`/#${link}`);
    await expect(alert(page)).toHaveText(crashed);
    await inNotice(page, 'Start without it').click();
    await ready(page);
    expect(await mine(page)).toBe(own);
    await page.getByRole('button', { name: 'Continue with mine' }).press('Enter');
    await expect(posts(page)).toHaveValue('9k');
  });
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
    expect(await fragment(page)).toContain('posts_read=7k');
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
