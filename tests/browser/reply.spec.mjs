// "I got a 429": a reply is pasted, read, and the calculation set to match, by role and name.
import { expect, test } from '@playwright/test';
import { atRest, expectText, fragment, openPage } from './page.mjs';

const reply = `HTTP/2 403
date: Mon, 23 Nov 2026 11:00:00 GMT
authorization: Bearer topsecret99
x-ratelimit-limit: 60
x-ratelimit-remaining: 0
x-ratelimit-reset: 1795433400
x-ratelimit-resource: core
x-github-request-id: C1:2A

{"message":"API rate limit exceeded for 203.0.113.7."}`;

const pressed = (page, name) => page.getByRole('button', { name }).or(page.getByRole('link', { name }));
const dialog = (page) => page.getByRole('dialog', { name: 'I got a 429' });
const field = (page) => dialog(page).getByRole('textbox', { name: 'The reply, with its headers' });

// As the browser pastes, which also says that it did.
async function paste(page, text) {
  await field(page).focus();
  await page.keyboard.insertText(text);
  await atRest(page);
}

async function openDialog(page) {
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('button', { name: 'I got a 429: read the reply' }).first().click();
  await expect(field(page)).toBeAttached();
}

for (const viewport of [{ width: 1440, height: 900 }, { width: 390, height: 844 }]) {
  test(`a refusal is read and the calculation set to match, ${viewport.width} wide`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await openPage(page, { link: '' });
    await openDialog(page);
    await paste(page, reply);
    await expectText(page, /GitHub.* refused this call\./);
    await expectText(page, /60 of 60 used, nothing left\./);
    await expectText(page, /23 Nov 11:30 UTC, 30 minutes after the reply\. That is over: a call fits again\./);
    await expectText(page, /1 secret was dropped before anything was read\./);
    await expectText(page, /At its pace until then the window would have got 120\./);
    await expect(field(page)).not.toHaveValue(/topsecret99/);
    await pressed(page, 'Set it to match').click();
    await atRest(page);
    await expect(dialog(page)).toHaveCount(0);
    expect(await fragment(page)).toContain('p=github:unauthenticated');
    expect(await fragment(page)).not.toContain('topsecret');
    await page.goBack();
    await atRest(page);
    expect(await fragment(page)).not.toContain('p=github');
  });
}

test('what breaks leads to it, and the keyboard alone does it', async ({ page }) => {
  await openPage(page);
  await pressed(page, 'I got a 429: read the reply').first().focus();
  await page.keyboard.press('Enter');
  await expect(field(page)).toBeAttached();
  await field(page).fill('I got an error');
  await field(page).blur();
  await expect(page.getByRole('alert')).toContainText('This holds no status line and no header about a limit');
  // Enter makes a line; it commits nothing.
  await field(page).focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('HTTP/2 429');
  await page.keyboard.press('Enter');
  await page.keyboard.type('retry-after: 30');
  await expectText(page, /30 seconds after the reply\./);
  await expect(field(page)).toHaveValue('HTTP/2 429\nretry-after: 30');
  await page.keyboard.press('Escape');
  await atRest(page);
  await expect(dialog(page)).toHaveCount(0);
});

test('many lines that a keyboard inserts are put in at once, and no more of them kept than are read', async ({ page }) => {
  await openPage(page);
  await expect(page.locator('#drop')).toBeAttached(); // with what comes after the first frame
  await openDialog(page);
  await page.evaluate(() => {
    window.told = 0;
    document.addEventListener('input', () => (window.told += 1));
  });
  await paste(page, reply + '\nx: مرحبا'.repeat(5000));
  expect(await page.evaluate(() => window.told)).toBe(1);
  await expectText(page, /It is longer than what is read here, which is 500 lines and 256 KB\./);
  await expectText(page, /60 of 60 used, nothing left\./);
  expect((await field(page).inputValue()).split('\n')).toHaveLength(501);
});

test('what was pasted is kept nowhere', async ({ page }) => {
  await openPage(page);
  const sent = [];
  page.on('request', (request) => sent.push(request.url() + (request.postData() ?? '')));
  await openDialog(page);
  await paste(page, reply.replace('C1:2A', 'marker4711'));
  await page.keyboard.press('Escape');
  await atRest(page);
  const kept = await page.evaluate(() => JSON.stringify(localStorage) + JSON.stringify(sessionStorage) + location.href);
  expect(kept).not.toMatch(/marker4711|topsecret99/);
  expect(sent.join(' ')).not.toMatch(/marker4711|topsecret99/);
});
