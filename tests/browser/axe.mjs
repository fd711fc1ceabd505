// axe-core finds no violation in any state in which a test comes to rest. What is the same in structure is looked at once a
// worker; a run takes about a tenth of a second.
import { expect } from '@playwright/test';
import axe from 'axe-core';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const seen = new Set();

// What can be reached, without what it says: roles, states, how many. Contrast depends on what paints it.
const structure = (page) =>
  page.evaluate(() => {
    const states = ['role', 'aria-expanded', 'aria-pressed', 'aria-checked', 'aria-selected', 'aria-disabled', 'aria-invalid'];
    const parts = [innerWidth, document.documentElement.dataset.theme, matchMedia('(forced-colors: active)').matches];
    const plain = document.querySelector('link[href$="plain.css"]')?.media;
    for (const element of document.querySelectorAll('body *')) {
      if (element.closest('[inert]')) continue;
      parts.push(element.localName, element.childElementCount, !element.textContent, !element.getAttribute('aria-label'));
      parts.push(element === document.activeElement, ...states.map((state) => element.getAttribute(state)));
    }
    return `${plain} ${parts.join(' ')}`;
  });

const line = ({ id, help, nodes }) =>
  `${id}: ${help}; ${nodes.length} of ${nodes[0].html.slice(0, 200)}: ${nodes[0].failureSummary.replaceAll(/\s+/g, ' ')}`;

// Each violation as one line.
export async function violations(page) {
  await page.evaluate(axe.source);
  const found = await page.evaluate((runOnly) => window.axe.run({ runOnly, resultTypes: ['violations'] }), tags);
  return found.violations.map(line);
}

export async function expectAccessible(page) {
  const now = await structure(page);
  if (seen.has(now)) return;
  seen.add(now);
  expect(await violations(page), 'axe-core').toEqual([]);
}
