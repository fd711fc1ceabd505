// Everybody can use it: what axe-core finds, sizes of targets, wherever the page can be, by screen, by fingers, without WebGL, in
// colours of the person's own. `atRest` lets axe-core look at each state.
import { expect, test } from '@playwright/test';
import { violations } from './axe.mjs';
import { openPage } from './page.mjs';
import { survey } from './survey.mjs';

export const withoutWebGL = (page) =>
  page.addInitScript(() => {
    const getContext = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
      return kind.startsWith('webgl') ? null : getContext.call(this, kind, ...rest);
    };
  });

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

// Controls of the topmost layer that stand out at the sides or are smaller than they may be, as they are drawn.
const illPlaced = (page, least) =>
  page.evaluate((smallest) => {
    const wrong = [];
    for (const element of document.querySelectorAll('#mirror :is(button, input, select)')) {
      if (element.closest('[inert]')) continue;
      const box = element.getBoundingClientRect();
      const outside = box.x < -0.5 || box.right > innerWidth + 0.5;
      if (!outside && box.width >= smallest && box.height >= smallest) continue;
      wrong.push(`${element.ariaLabel || element.textContent}: ${[box.x, box.y, box.width, box.height].map(Math.round)}`);
    }
    return wrong;
  }, least);

for (const [name, options] of Object.entries({
  desktop: { least: 16 },
  phone: { least: 43.9, use: phone },
  'desktop without WebGL': { plain: true },
  'phone without WebGL, dark': { plain: true, use: { ...phone, colorScheme: 'dark' } },
  'in colours of the person’s own': { brief: true, use: { forcedColors: 'active' } },
})) {
  test.describe(name, () => {
    test.use(options.use ?? {});
    test.setTimeout(180_000);

    test(`every state of the page, ${name}`, async ({ page }) => {
      if (options.plain) await withoutWebGL(page);
      let states = 0;
      await survey(page, async (state) => {
        states += 1;
        if (options.least) expect.soft(await illPlaced(page, options.least), state).toEqual([]);
        else expect.soft(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), state).toBeLessThanOrEqual(0);
      }, options.brief);
      expect(states).toBeGreaterThan(options.brief ? 9 : 30);
    });
  });
}

test('a violation is found', async ({ page }) => {
  await openPage(page);
  await page.evaluate(() => document.querySelector('#mirror button').replaceChildren());
  expect((await violations(page)).join('\n')).toContain('button-name');
});
