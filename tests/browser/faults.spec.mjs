// Files that do not arrive, or not as they are: one sentence says so, and the calculation is there again when they do.
import { expect, test } from '@playwright/test';
import { checksum } from '../../tools/pages/link.mjs';
import { expectText, openPage, ready, TODAY } from './page.mjs';
import { it } from './site.mjs';

const link = '1;d=2026-11-23;p=linkedin:development;app_calls=80/day~uvjga';
const of = (platform) => `1;d=2026-11-23;p=${platform}`;
const [openai, unknown] = [of('openai'), of('nowhere')].map((fields) => `${fields}~${checksum(fields)}`);
const portal = { status: 200, contentType: 'text/html', body: '<!doctype html><title>Log in</title><h1>Log in to the network</h1>' };

const faults = {
  'is not there': (route) => route.fulfill({ status: 404, body: 'No such file.' }),
  'is refused': (route) => route.abort('connectionrefused'),
  'is empty': async (route) => route.fulfill({ response: await route.fetch(), body: '' }),
  'comes cut': async (route) => {
    const response = await route.fetch();
    const body = await response.body();
    await route.fulfill({ status: 200, contentType: response.headers()['content-type'], body: body.subarray(0, body.length / 2) });
  },
  'is the page of a network that asks to log in': (route) => route.fulfill(portal),
  'comes as text': async (route) => {
    const response = await route.fetch();
    await route.fulfill({ status: 200, contentType: 'text/plain', body: await response.body() });
  },
};
const [gone, refused, empty, cut, login, text] = Object.keys(faults);

const alert = (page) => page.locator('#notice').getByRole('alert');
const reload = (page) => page.locator('#notice').getByRole('button', { name: 'Reload the page' });

async function openAs(page, fault, file) {
  await page.clock.setFixedTime(new Date(`${TODAY}T12:00:00Z`));
  await page.route(`**/${file}**`, faults[fault]); // an address that ends in a hash may hold a slash
  await page.goto(`/#${link}`);
}

async function expectWhole(page) {
  await ready(page);
  expect(await page.evaluate(() => location.hash)).toBe(`#${link}`);
  await expect(page.getByRole('button', { name: 'Fold LinkedIn' })).toBeAttached();
}

async function expectStopped(page, sentence) {
  await expect(alert(page)).toHaveText(sentence);
  await page.unrouteAll();
  await reload(page).click();
  await expectWhole(page);
}

const notStarted = (words) => `Tollmeter could not start. ${words}`;
const notHad = (file) => notStarted(`${file} could not be loaded. Is there a network, and does it ask you to log in?`);
const other = (file) => `${file} came damaged, cut short or of another version. Reload the page in a minute.`;
const damaged = (file) => notStarted(other(file));
const answered = (file) => notStarted(`${file} could not be loaded: the server answered 404.`);
const noPart = /^A part of Tollmeter could not be loaded\. Is there a network\? Reload the page to go on: the address still holds your calculation\.$/;

const stops = {
  'tollmeter.wasm': { [gone]: answered, [refused]: notHad, [empty]: damaged, [cut]: damaged, [login]: notHad },
  'catalog.json': { [gone]: answered, [refused]: notHad, [empty]: damaged, [cut]: damaged, [login]: notHad },
  'style.css': { [gone]: notHad, [cut]: notHad, [login]: notHad },
  'fonts/*.otf': { [refused]: () => /fonts\/Inter-\w+\.otf could not be loaded\./, [cut]: () => /fonts\/Inter-\w+\.otf came damaged/ },
  'later/later.wasm': { [gone]: () => noPart, [cut]: other, [login]: () => noPart },
};

for (const [file, cases] of Object.entries(stops)) {
  for (const [fault, sentence] of Object.entries(cases)) {
    test(`${file} ${fault}: it is said, and a reload brings everything back`, async ({ page }) => {
      await openAs(page, fault, file);
      await expectStopped(page, sentence(file));
    });
  }
}

for (const fault of [gone, cut, login]) {
  test(`boot.mjs ${fault}: the page says so without it`, async ({ page }) => {
    await openAs(page, fault, 'boot.mjs');
    const say = page.locator('#say');
    await expect(say).toHaveText('Tollmeter has not started yet. If this stays, reload the page.');
    await page.evaluate(() => document.getAnimations().forEach((animation) => animation.finish()));
    await expect(say).toBeVisible();
    await page.unrouteAll();
    await page.reload();
    await expectWhole(page);
  });
}

// One of what the page can do without.
const goesOn = {
  'tollmeter.wasm': [text],
  'fonts/Inter-Regular.otf': [gone, cut, login],
  'fonts/Inter-SemiBold.otf': [gone, cut],
  'later/after.mjs': [gone, cut],
};

for (const [file, cases] of Object.entries(goesOn)) {
  for (const fault of cases) {
    test(`${file} ${fault}: the page goes on`, async ({ page }) => {
      const thrown = [];
      page.on('pageerror', (error) => thrown.push(error.message));
      await openAs(page, fault, file);
      await expectWhole(page);
      expect(thrown).toEqual([]);
    });
  }
}

test.describe('in French', () => {
  test.use({ locale: 'fr-FR' });

  for (const fault of [gone, cut, empty, login]) {
    test(`the texts of the language: the file ${fault}, so the page is English until it is there`, async ({ page }) => {
      await openAs(page, fault, 'languages/fr.json');
      await expectWhole(page);
      await expect(page.locator('html')).toHaveAttribute('lang', 'en');
      await page.unrouteAll();
      await page.reload();
      await ready(page);
      await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
    });
  }
});

test('a language that is chosen and cannot be had is said, and nothing changes', async ({ page }) => {
  await openAs(page, login, 'languages/fr.json');
  await ready(page);
  await page.getByRole('button', { name: 'Menu' }).press('Enter');
  await page.getByRole('tab', { name: 'Français' }).click();
  await expect(page.locator('#update').getByRole('status')).toHaveText('The texts of this language could not be loaded. Is there a network?');
  expect(await page.evaluate(() => [document.documentElement.lang, localStorage.getItem('tollmeter.language')])).toEqual(['en', null]);
  await page.unrouteAll();
  await page.getByRole('tab', { name: 'Français' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
});

for (const fault of [gone, cut, login]) {
  test(`the list of platforms ${fault}: the page says so where it is looked for`, async ({ page }) => {
    await openAs(page, fault, 'later/index.json');
    await expectWhole(page);
    await page.getByRole('button', { name: '+ Add a platform' }).press('Enter');
    await expectText(page, 'The list of platforms could not be loaded. Is there a network? Reload the page to try again.');
  });

  test(`a platform’s file ${fault}: choosing it again tries again`, async ({ page }) => {
    await openPage(page);
    await page.route('**/later/platforms/openai.json', faults[fault]);
    await page.getByRole('button', { name: '+ Add a platform' }).press('Enter');
    await page.getByRole('textbox', { name: 'Search by name or kind' }).fill('openai');
    const add = page.getByRole('button', { name: 'Add OpenAI' });
    await add.press('Enter');
    await expectText(page, 'The prices of OpenAI could not be loaded. Is there a network? Choose it again to try once more.');
    await page.unrouteAll();
    await add.press('Enter');
    await expect(page.getByRole('button', { name: 'Fold OpenAI' })).toBeAttached();
  });

  test(`the file of a platform in a link ${fault}: the link stays and opens later`, async ({ page }) => {
    await page.route('**/later/platforms/openai.json', faults[fault]);
    await page.goto(`/#${openai}`);
    await expect(alert(page)).toHaveText(noPart);
    expect(await page.evaluate(() => location.hash)).toBe(`#${openai}`);
    await page.unrouteAll();
    await page.reload();
    await ready(page);
    await expect(page.getByRole('button', { name: 'Fold OpenAI' })).toBeAttached();
  });
}

test('a link to a platform that this build has not: it is said, and the link stays', async ({ page }) => {
  await openPage(page, { link: unknown });
  await expectText(page, /platform 'nowhere' is not known/);
  expect(await page.evaluate(() => location.hash)).toBe(`#${unknown}`);
});

test('the prices of what the browser keeps cannot be had: it is not replaced', async ({ page }) => {
  await page.addInitScript((kept) => (localStorage['tollmeter.mine'] ??= kept), openai);
  await page.route('**/later/platforms/openai.json', faults[refused]);
  await page.goto('/');
  await expect(alert(page)).toHaveText(noPart);
  await page.unrouteAll();
  await reload(page).click();
  await ready(page);
  await page.getByRole('button', { name: 'Continue with mine' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Fold OpenAI' })).toBeAttached();
});

test('a file for the person, without the script that writes it: it is said, and the address stays', async ({ page }) => {
  await openAs(page, refused, 'later/after.mjs');
  await expectWhole(page);
  await page.getByRole('button', { name: 'Menu' }).press('Enter');
  await page.getByRole('button', { name: 'Export, print or save a picture' }).press('Enter');
  await page.getByRole('button', { name: 'Download as CSV' }).press('Enter');
  await expectStopped(page, noPart);
});

test('nothing comes any more: after 20 seconds the page says so, and goes on when it comes', async ({ page }) => {
  await page.clock.install({ time: new Date(`${TODAY}T12:00:00Z`) });
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await page.route('**/tollmeter.wasm', (route) => held.then(() => route.continue()));
  await page.goto(`/#${link}`);
  const say = page.locator('#notice').getByRole('status');
  await expect(reload(page)).toBeHidden();
  await page.clock.runFor(1000);
  await expect(say).toHaveText(/^Loading: /);
  await page.clock.runFor(21_000);
  await expect(say).toHaveText('Nothing has come for 20 seconds. Wait, or reload the page: the address still holds your calculation.');
  await expect(reload(page)).toBeVisible();
  release();
  await page.clock.resume();
  await expectWhole(page);
});

for (const path of ['/tollmeter.wasm', '/catalog.json', '/later/later.wasm']) {
  it(`the connection breaks in the middle of ${path}`, async ({ page, site }) => {
    site.cut.add(path);
    await page.clock.setFixedTime(new Date(`${TODAY}T12:00:00Z`));
    await page.goto(`/#${link}`);
    await expect(alert(page)).toHaveText(path.includes('later') ? noPart : notHad(path.slice(1)));
    site.cut.clear();
    await reload(page).click();
    await expectWhole(page);
  });
}
