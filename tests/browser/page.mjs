// Opening the page as the tests see it: on a fixed day, waiting for rest instead of for time. Wherever it comes to rest it is
// accessible, and has not run into its own policy.
import { expect } from '@playwright/test';
import { expectAccessible } from './axe.mjs';

export const TODAY = '2026-11-23';

function noteViolations() {
  if (window.violations) return;
  window.violations = [];
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
    window.violations.push(`${effectiveDirective} ${blockedURI}`);
  });
}

export async function openPage(page, { search = '', link = '', today = TODAY } = {}) {
  await page.addInitScript(noteViolations);
  await page.clock.setFixedTime(new Date(`${today}T12:00:00Z`));
  await page.goto(`/${search}${link && `#${link}`}`);
  await ready(page);
}

export async function ready(page) {
  await page.waitForFunction(() => window.tollmeter?.ready);
  await atRest(page);
}

export async function atRest(page) {
  const violations = await page.evaluate(() => window.tollmeter.idle().then(() => window.violations ?? []));
  expect(violations, 'the policy').toEqual([]);
  await expectAccessible(page);
}

// Fails with the sentence that is missing, not with "false is not true".
export async function expectText(page, text) {
  await atRest(page);
  await expect(page.getByText(text).first()).toBeAttached();
}

export async function expectNoText(page, text) {
  await atRest(page);
  await expect(page.getByText(text)).toHaveCount(0);
}

export const fragment = (page) => page.evaluate(() => location.hash.slice(1));
