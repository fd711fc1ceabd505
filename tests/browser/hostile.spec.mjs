// Links, files and a storage made to do harm: the page asks for nothing, opens nothing, shows no total but that of a calculation it
// can vouch for, and says in one sentence what it refused.
import { expect, test } from '@playwright/test';
import { checksum } from '../../tools/pages/link.mjs';
import { atRest, fragment, openPage } from './page.mjs';

test.use({ viewport: { width: 900, height: 600 } });

const sealed = (text) => `${text}~${checksum(text)}`;
const calculation = (fields) => sealed(`1;${fields}`);
const base64url = (text) => Buffer.from(text).toString('base64url');

const own = calculation('t=Mine;d=2023-04-25;p=x:basic;posts_read=9000');
const total = '$100.00';
const verdict = `${total} a month as chosen, no breach`; // spoken when it has stood still
const use = 'd=2023-04-25;p=x:basic;posts_read=9000';
const free = calculation('d=2023-04-25;p=x:free;posts_read=0');

// Notes what no link may make the page do.
async function watch(page) {
  const noted = [];
  page.on('request', (request) => noted.push(`asks for ${request.url()}`));
  page.on('dialog', (dialog) => (noted.push(`says ${dialog.message()}`), dialog.dismiss()));
  page.on('popup', (popup) => noted.push(`opens ${popup.url()}`));
  page.on('pageerror', (error) => noted.push(`fails: ${error.message}`));
  page.on('console', (message) => message.type() === 'error' && noted.push(`complains: ${message.text()}`));
  page.on('framenavigated', (frame) => frame.url().split('#')[0] !== page.url().split('#')[0] && noted.push(`goes to ${frame.url()}`));
  await page.exposeFunction('violated', (directive) => noted.push(`violates ${directive}`));
  await page.addInitScript(() => document.addEventListener('securitypolicyviolation', (event) => window.violated(event.effectiveDirective)));
  return noted;
}

async function openOwn(page, { search = '', link = own } = {}) {
  const noted = await watch(page);
  await openPage(page, { search, link });
  const { origin } = new URL(page.url());
  const elsewhere = noted.filter((note) => !note.startsWith(`asks for ${origin}/`));
  expect(elsewhere).toEqual([]);
  noted.length = 0;
  return noted;
}

// Goes to each as a link would, and answers what the page then shows.
const follow = (page, fragments, how = 'replace') =>
  page.evaluate(async ([list, way]) => {
    const texts = (selector) => [...document.querySelectorAll(selector)].map((element) => element.textContent);
    const shown = [];
    for (const next of list) {
      const { hash } = new URL(`#${next}`, location);
      const arrived = hash !== location.hash && new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
      if (way === 'replace') location.replace(`#${next}`);
      else location.hash = next;
      await arrived;
      await window.tollmeter.idle();
      shown.push({
        // What is drawn; the status beside it is spoken only when it has stood still.
        total: texts('#mirror [aria-label="Verdict"] p:not([role])').find((text) => /^(about |at least )?\$/.test(text)),
        refused: texts('#mirror [aria-label="This link is broken"] > p'),
        title: document.title,
        fragment: location.hash.slice(1),
        elements: document.querySelectorAll('script, img, svg, iframe, object, embed, form, base, meta, math, video, [onerror], [onload], [onclick], [style*="url("]').length,
        links: [...document.querySelectorAll('#mirror a')].map(({ href }) => href).filter((href) => !/^https:\/\/github\.com\//.test(href)),
      });
    }
    return shown;
  }, [fragments, how]);

// What the person had stands as it was, and one sentence says what was refused.
function expectRefused(shown, { before, what, sentence = /\S/ }) {
  expect(shown.total, what).toBe(total);
  expect(shown.fragment, what).toBe(own);
  expect(shown.title, what).toBe('Mine – Tollmeter');
  expect(shown.refused, what).toHaveLength(1);
  expect(shown.refused[0], what).toMatch(/^This link is broken {3}[^\n]{5,250}$/);
  expect(shown.refused[0], what).toMatch(sentence);
  expect(shown.elements, what).toBe(before.elements);
  expect(shown.links, what).toEqual([]);
}

async function expectAllRefused(page, noted, rows) {
  const [before] = await follow(page, [own]);
  const shown = await follow(page, rows.map(([, link]) => link));
  shown.forEach((state, i) => expectRefused(state, { before, what: rows[i][0], sentence: rows[i][2] }));
  expect(noted).toEqual([]);
}

const titles = {
  'an image that fails': '<img src=x onerror=alert(1)>',
  'a script': '</title><script>alert(1)</script>',
  'a picture with a script': '"><svg/onload=alert(1)>',
  'an address of a script': 'javascript:alert(1)',
  'a frame': `'--><iframe src="https://example.org">`,
  'places of values': '{0} {1} {9} %s $1 $& ${1}',
  'zero-width characters': 'in\u200Bvis\u200Dib\uFEFFle',
  'a name of every object': '__proto__',
  'a mark of two meanings': 'May@@the month',
  'a formula of a spreadsheet': '=HYPERLINK("https://example.org")',
};

test('text in a link stays text', async ({ page }) => {
  const noted = await openOwn(page);
  const [before] = await follow(page, [own]);
  const links = Object.values(titles).map((title) => calculation(`t=${encodeURIComponent(title)};${use}`));
  const shown = await follow(page, links);
  Object.entries(titles).forEach(([what, title], i) => {
    expect(shown[i], what).toMatchObject({ total, refused: [], elements: before.elements, links: [] });
    expect(shown[i].title, what).toBe(`${title} – Tollmeter`);
  });
  // The same for whatever else a person names, and where all of it is shown.
  const platforms = [{ id: 'x', plans: [{ id: 'own-basic', name: titles['an image that fails'], extends: 'basic', access: [], prices: { fee: '80' }, entered: '2026-11-24' }] }];
  const unit = encodeURIComponent(titles['a picture with a script']);
  const named = `t=a;d=2023-04-25;own=${base64url(JSON.stringify({ platforms }))};unit=${unit}:9000;p=x:own-basic;unit.posts_read=1`;
  const [state] = await follow(page, [calculation(named)]);
  expect(state).toMatchObject({ total: '$80.00', refused: [], elements: before.elements, links: [] });
  await expect(page.getByText(titles['an image that fails']).first()).toBeAttached();
  await expect(page.getByText(titles['a picture with a script']).first()).toBeAttached();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('#paper')).toContainText(titles['an image that fails']);
  await expect(page.locator('#paper :is(img, svg, script)')).toHaveCount(0);
  expect(noted).toEqual([]);
});

test('marks that turn text round, and characters that end lines, are left out of a title', async ({ page }) => {
  const noted = await openOwn(page);
  const marks = '\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\u2028\u2029';
  const [shown] = await follow(page, [calculation(`t=${encodeURIComponent(`fdp${marks}.exe`)};${use}`)]);
  expect(shown).toMatchObject({ total, refused: [], title: 'fdp.exe – Tollmeter' });
  expect(noted).toEqual([]);
});

const nested = '['.repeat(6000);
const wide = (n) => Array.from({ length: n }, () => free).join(';');

const refused = [
  // versions
  ['no version', sealed(use), /is not a link of this page/],
  ['version 0', sealed(`0;${use}`), /./],
  ['version 3', sealed(`3;${use}`), /of version 3, which this page does not know/],
  ['version 99', sealed(`99;${use}`), /of version 99/],
  ['a version without end', sealed(`${'9'.repeat(4000)};${use}`), /./],
  ['version -1', sealed(`-1;${use}`), /./],
  ['version 1.0', sealed(`1.0;${use}`), /./],
  ['an empty version', sealed(`;${use}`), /./],
  // size and depth
  ['a megabyte', 'a'.repeat(1_000_000), /too long; expected at most 16384 bytes/],
  ['a hundred kilobytes that are sealed', calculation(`t=${'a'.repeat(100_000)};${use}`), /too long/],
  ['a hundred kilobytes of escapes', '%41'.repeat(33_333), /too long/],
  ['own prices nested deep', calculation(`d=2023-04-25;own=${base64url(nested)};p=x`), /own/],
  ['own prices nested deep within a platform', calculation(`d=2023-04-25;own=${base64url(`{"platforms":${nested}`)};p=x`), /own/],
  ['own prices that are too much', calculation(`d=2023-04-25;own=${base64url(`{"platforms":[${' '.repeat(9000)}]}`)};p=x`), /own/],
  ['own prices that are none', calculation('d=2023-04-25;own=AAAA;p=x'), /own/],
  ['own prices in another alphabet', calculation('d=2023-04-25;own=%2B%2F%3D%3D;p=x'), /own/],
  ['a thousand platforms', calculation(`d=2023-04-25${';p=x'.repeat(1000)}`), /stands twice/],
  ['parts without end', calculation(`d=2023-04-25;p=x${':'.repeat(8000)}`), /too many parts/],
  ['fields without end', calculation(`d=2023-04-25${';'.repeat(8000)}`), /./],
  // encoding
  ['half an escape', calculation(`t=%;${use}`), /not encoded well/],
  ['an escape of no digits', calculation(`t=%zz;${use}`), /not encoded well/],
  ['an escape of JavaScript', calculation(`t=%u0041;${use}`), /not encoded well/],
  ['NUL', calculation(`t=a%00b;${use}`), /characters that a title cannot have/],
  ['the end of a line', calculation(`t=a%0D%0Ab;${use}`), /characters that a title cannot have/],
  ['overlong UTF-8', calculation(`t=%C0%BCscript%C0%BE;${use}`), /characters that a title cannot have/],
  ['half a surrogate pair', calculation(`t=%ED%A0%80;${use}`), /characters that a title cannot have/],
  ['half a surrogate pair as it is', `1;t=\uD800;${use}~aaaaa`, /./],
  ['NUL as it is', `1;t=\0;${use}~aaaaa`, /./],
  ['a structure that is escaped', calculation(`d=2023-04-25;p=x%3Abasic;posts_read=9000`), /'x:basic' is not known/],
  // names
  ['a name of every object as a field', calculation(`__proto__=1;${use}`), /'__proto__': is not known/],
  ['a name of every object as an input', calculation(`${use};__proto__=1`), /__proto__': is not known/],
  ['a name of every object as a platform', calculation('d=2023-04-25;p=__proto__'), /'__proto__' is not known/],
  ['a maker of every object as a platform', calculation('d=2023-04-25;p=constructor'), /'constructor' is not known/],
  ['a name of every object as a quantity', calculation('d=2023-04-25;you.__proto__=1;p=x'), /'you\.__proto__': is not known/],
  ['a path as a platform', calculation('d=2023-04-25;p=..%2F..%2Fcatalog'), /is not known/],
  ['an address as a platform', calculation('d=2023-04-25;p=https%3A%2F%2Fexample.org%2Fx'), /is not known/],
  ['markup as a platform', calculation('d=2023-04-25;p=%3Cimg%20src%3Dx%20onerror%3Dalert%281%29%3E'), /'<img src=x onerror=alert\(1\)>' is not known/],
  ['markup as a plan', calculation('d=2023-04-25;p=x:%3Cscript%3E'), /'<script>'/],
  ['an own platform that is not there', calculation('d=2023-04-25;p=own-nothing'), /./],
  // fields that stand twice
  ['two days', calculation(`d=2023-04-24;${use}`), /'d': stands twice/],
  ['two titles', calculation(`t=a;t=b;${use}`), /'t': stands twice/],
  ['one input twice', calculation(`${use};posts_read=1`), /stands twice/],
  ['one platform twice', calculation(`${use};p=x:free`), /stands twice/],
  ['two totals', calculation(`sum=1.00USD;sum=2.00USD;${use}`), /'sum': stands twice/],
  // numbers
  ...['1e308', 'NaN', 'Infinity', '-1', '0x10', '1e', '99999999999999999999', '9'.repeat(5000), '1/0', '٣', ''].map((number) =>
    [`${number.slice(0, 24) || 'nothing'} as a number`, calculation(`d=2023-04-25;p=x:basic;posts_read=${encodeURIComponent(number)}`), /posts_read/]),
  ['a day that is none', calculation('d=2023-02-30;p=x'), /not a date/],
  ['a year that is none', calculation('d=99999-01-01;p=x'), /not a date/],
  ['a budget of every number', calculation(`b=1e308USD;${use}`), /./],
  ['a unit of every number', calculation('d=2023-04-25;unit=a:1e308;p=x;unit.posts_read=1'), /./],
  // comparisons
  ['a comparison of one', sealed(`2;${free}`), /./],
  ['a comparison of five', sealed(`2;${wide(5)}`), /./],
  ['a comparison of two hundred', sealed(`2;${wide(200)}`), /./],
  ['a comparison in a comparison', sealed(`2;${free};${sealed(`2;${wide(2)}`)}`), /./],
  ['a comparison at no column', sealed(`2;at=0;${wide(2)}`), /./],
  ['a comparison beyond its columns', sealed(`2;at=3;${wide(2)}`), /./],
  ['a comparison at no number', sealed(`2;at=__proto__;${wide(2)}`), /./],
  ['a comparison of which one is changed', sealed(`2;${free};${free.replace('posts_read=0', 'posts_read=1')}`), /calculation 2 of the link/],
];

const pair = sealed(`2;at=2;${own};${free}`);

// So many that the mirror is the page: no time goes into drawing each.
test.describe('refused, while what the person had stays', () => {
  test.use({ contextOptions: { forcedColors: 'active' } });
  test.describe.configure({ timeout: 90_000 });

  test('a link that is none', async ({ page }) => {
    await expectAllRefused(page, await openOwn(page), refused);
  });

  test('one of five megabytes, which some browsers do not even follow', async ({ page }) => {
    const noted = await openOwn(page);
    await page.evaluate(() => location.replace(`#1;t=${'a'.repeat(5_000_000)}`));
    await atRest(page);
    const [shown] = await follow(page, ['about']);
    expect(shown).toMatchObject({ total, fragment: own });
    expect(noted).toEqual([]);
  });

  // The engine's own test cuts everywhere, and changes each character.
  test('a link or a comparison that was cut', async ({ page }) => {
    const noted = await openOwn(page);
    const cuts = (link, every) => [...link].flatMap((_, i) => (i > 0 && i % every === 0 ? [[`${i} of ${link.length} characters`, link.slice(0, i)]] : []));
    const ends = [own, pair].map((link) => ['all but the last character', link.slice(0, -1)]);
    await expectAllRefused(page, noted, [...cuts(own, 7), ...cuts(pair, 20), ...ends]);
  });

  test('a link of which a character was changed, and one with the checksum of another', async ({ page }) => {
    const noted = await openOwn(page);
    const other = (character) => (character === 'x' ? 'y' : 'x');
    const changed = [...own].map((character, i) => [`character ${i}`, `${own.slice(0, i)}${other(character)}${own.slice(i + 1)}`]).filter((_, i) => i % 4 === 0);
    const [[body, sum], [otherBody, otherSum]] = [own, free].map((link) => link.split('~'));
    const swapped = [['the checksum of another', `${body}~${otherSum}`], ['and the other way', `${otherBody}~${sum}`], ['both', `${own}${otherSum}`], ['none', body], ['an empty one', `${body}~`]];
    await expectAllRefused(page, noted, [...changed, ...swapped]);
  });
});

test('a link that is refused while the page is open is spoken', async ({ page }) => {
  await openOwn(page);
  await follow(page, ['about']);
  await expect(page.getByRole('status').filter({ hasText: /^This link is broken\. link: is not a link of this page/ })).toHaveCount(1);
});

test('odd links that say one thing clearly open as that', async ({ page }) => {
  const noted = await openOwn(page);
  const rows = [
    ['punctuation behind it', `${own}).`, total],
    ['escaped once more', own.replaceAll(/[;=~:]/g, encodeURIComponent), total],
    ['capitals in the checksum', own.replace(/~.*/, (sum) => sum.toUpperCase()), total],
    ['a number at the edge', calculation('d=2023-04-25;p=x:basic;posts_read=0'), total],
    ['a number with more zeros than it needs', calculation('d=2023-04-25;p=x:basic;posts_read=000009000.000'), total],
    ['a claimed total, which is not the page’s own', calculation(`d=2023-04-25;sum=0.01USD;p=x:basic;posts_read=9000`), total],
    ['four columns', sealed(`2;${[own, free, free, own].join(';')}`), total],
  ];
  const shown = await follow(page, rows.map(([, link]) => link));
  shown.forEach((state, i) => {
    expect(state.refused, rows[i][0]).toEqual([]);
    expect(state.total, rows[i][0]).toBe(rows[i][2]);
  });
  expect(noted).toEqual([]);
});

test('Back leads out of a link that was refused, and a drag goes through one', async ({ page }) => {
  const noted = await openOwn(page);
  await page.getByRole('textbox', { name: 'Posts read', exact: true }).fill('8000');
  await page.keyboard.press('Enter');
  await atRest(page);
  const mine = await fragment(page);
  expect(mine).toContain('posts_read=8000');
  const slider = page.getByRole('slider', { name: 'Posts read' });
  await slider.scrollIntoViewIfNeeded();
  const box = await slider.boundingBox();
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width * 0.2, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.3, y);
  await atRest(page);
  const dragged = await slider.getAttribute('aria-valuetext');
  const [shown] = await follow(page, [free.slice(0, -2)], 'push');
  expect(shown.refused).toHaveLength(1);
  expect(await slider.getAttribute('aria-valuetext')).toBe(dragged);
  await page.mouse.up();
  await atRest(page);
  expect(await slider.getAttribute('aria-valuetext')).toBe(dragged);
  await page.goBack();
  await expect(slider).toHaveAttribute('aria-valuetext', /^8,000 a month/);
  expect(await fragment(page)).toBe(mine);
  expect(noted).toEqual([]);
});

test('what is pasted into a field is read as what is typed there', async ({ page }) => {
  const noted = await openOwn(page);
  const field = page.getByRole('textbox', { name: 'Posts read', exact: true });
  for (const text of ['<img src=x onerror=alert(1)>', '9'.repeat(1_000_000), '\u202E9\u2066', '1e308', '__proto__']) {
    await field.focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText(text);
    await page.keyboard.press('Enter');
    await atRest(page);
    await expect(page.getByRole('status').filter({ hasText: verdict }), text.slice(0, 30)).toHaveCount(1);
    expect(await fragment(page)).toContain('posts_read=9000');
    await page.keyboard.press('Escape');
    await atRest(page);
  }
  expect(noted).toEqual([]);
});

for (const search of ['?embed=1&lang=%3Cscript%3E', '?embed=1&embed=0', '?embed=%3Cimg%20src%3Dx%3E', '?lang=../../evil&__proto__=1', '?embed=1%00']) {
  test(`${search} shows the same calculation`, async ({ page }) => {
    const noted = await openOwn(page, { search });
    await expect(page.getByText('$100.00').first()).toBeAttached();
    await expect(page.locator('img, iframe, body script')).toHaveCount(0);
    expect(noted).toEqual([]);
  });
}

// What the browser does when a file is dropped on the page.
async function drop(page, name, bytes) {
  const data = await page.evaluateHandle(([file, content]) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([Uint8Array.from(atob(content), (c) => c.charCodeAt(0))], file));
    return transfer;
  }, [name, Buffer.from(bytes).toString('base64')]);
  await page.dispatchEvent('#canvas', 'drop', { dataTransfer: data });
}

const files = [
  ['nothing', ''],
  ['noise', Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256))],
  ['brackets.json', '['.repeat(500_000)],
  ['megabytes.json', Buffer.alloc(3 << 20, 0x20)],
  ['proto.json', '{"__proto__": {"platforms": []}, "constructor": {"prototype": 1}}'],
  ['<img src=x onerror=alert(1)>.json', '{"platforms": [{"id": "own-a", "name": "<img src=x onerror=alert(1)>"}]}'],
  ['\u202Enosj.exe\n', '{"platforms": 7}'],
  ['link.json', JSON.stringify({ calculations: [{ title: 'a', link: 'javascript:alert(1)', saved: '2026-11-23', total: '$1' }] })],
];

test('files that are none are said to be so, and change nothing', async ({ page }) => {
  const noted = await openOwn(page);
  for (const [name, bytes] of files) {
    await drop(page, name, bytes);
    const dialog = page.getByRole('dialog');
    await expect(dialog, name).toHaveCount(1);
    await atRest(page);
    await expect(page.locator('img, iframe, body script'), name).toHaveCount(0);
    const text = (await dialog.textContent()).replaceAll(/\s+/g, ' ');
    expect(text, name).toMatch(/cannot be read|is not|too|expected|nothing/i);
    expect(text, name).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
    await page.keyboard.press('Escape');
    await atRest(page);
    expect(await fragment(page), name).toBe(own);
  }
  await expect(page.getByRole('status').filter({ hasText: verdict })).toHaveCount(1);
  expect(noted).toEqual([]);
});

const storages = {
  noise: { mine: '\u0000\uD800<script>', saved: '{', theme: '<script>', language: '../../evil' },
  'other types': { mine: '1', saved: '7', theme: '9e9', language: '__proto__' },
  'other shapes': { mine: `${own}~`, saved: '{"version": 99, "calculations": {"length": 1e9}}', theme: '3', language: 'fr/../../evil' },
  nested: { mine: '1;'.repeat(10_000), saved: '['.repeat(100_000), theme: '', language: 'x'.repeat(100_000) },
  'too much': { mine: 'a'.repeat(1_000_000), saved: `{"calculations": [${'{},'.repeat(200_000)}{}]}`, theme: '-1', language: 'constructor' },
  markup: { saved: JSON.stringify({ version: 1, calculations: [{ title: '<img src=x onerror=alert(1)>', link: 'javascript:alert(1)', saved: '2026-11-23', total: '<b>' }] }) },
};

for (const [what, values] of Object.entries(storages)) {
  test(`${what} in the storage: the page opens with a link and without, and asks only for its own files`, async ({ page, baseURL }) => {
    const noted = await watch(page);
    await page.addInitScript((kept) => {
      if (location.href === 'about:blank') return;
      localStorage.clear();
      for (const [key, value] of Object.entries(kept)) localStorage.setItem(`tollmeter.${key}`, value);
    }, values);
    for (const link of [own, '']) {
      await page.goto('about:blank');
      await openPage(page, { link });
      await expect(page.getByRole('status').filter({ hasText: link ? verdict : /to serve it all: about \$42,000$/ })).toHaveCount(1);
      expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    }
    await page.getByRole('button', { name: 'Menu', exact: true }).press('Enter');
    await page.getByRole('button', { name: 'Saved calculations' }).press('Enter');
    await atRest(page);
    await expect(page.getByRole('dialog')).toHaveCount(1);
    await expect(page.locator('img, iframe, body script')).toHaveCount(0);
    const ownFiles = new RegExp(`^asks for ${baseURL}/([\\w./-]+(\\?[\\w+/]+)?)?(#.*)?$`);
    expect(noted.filter((note) => !/^goes to/.test(note) && !ownFiles.test(note))).toEqual([]);
    expect(noted.join('\n')).not.toMatch(/evil|proto|constructor/);
  });
}
