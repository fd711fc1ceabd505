// "Wrong? Correct it" asks the same of the same figure in the calculator and on the page of its platform.
//   CORRECTIONS=path/to/corrections node --test corrections.test.mjs
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { pagesOf } from '../../tools/pages.mjs';
import { correctionUrl } from '../../tools/pages/correction.mjs';

const root = join(import.meta.dirname, '../..');
const program = process.env.CORRECTIONS;
assert.ok(program, 'CORRECTIONS must name the program of tests/pages/corrections.cpp');

const { site, pages } = await pagesOf(root);
const catalogue = join(root, 'build/generated/catalog-all.json');
const calculator = execFileSync(program, [catalogue, site.repository], { encoding: 'utf8', maxBuffer: 2 ** 26 }).trimEnd().split('\n');
const onPages = new Set(pages.flatMap((page) =>
  [...page.html().matchAll(/<a class="correct" href="([^"]+)"/g)].map(([, href]) => href.replaceAll('&amp;', '&'))));

const asked = (address) => {
  const fields = new URL(address).searchParams;
  return [fields.get('title'), fields.get('body')].join('\n');
};
// A formula stands in words on the page, and as the catalogue writes it in the calculator.
const hasFormula = (text) => / [*/+] |\(.*[a-z_]+.*\)|says: (about )?[a-z]+_[a-z_]+/.test(/The page says: [^;]*/.exec(text)[0]);
// What is included alike is one row of the page, with all its operations.
const isIncluded = (text) => text.includes('\nThe page says: included; ');
const unsaid = (text) => text.replace(/(?<=\nThe page says: ).*(?=; (?:about|since|start|seen|\d))/, '');

test('every charge and limit of the catalogue', () => {
  const saidOnPages = new Set([...onPages].map(asked).map(unsaid));
  let compared = 0;
  for (const address of calculator) {
    const text = asked(address);
    if (isIncluded(text)) continue;
    if (hasFormula(text)) assert.ok(saidOnPages.has(unsaid(text)), text);
    else assert.ok(onPages.has(address), text);
    compared += 1;
  }
  assert.ok(compared > 2000, `only ${compared} figures were compared`);
});

test('what is included by itself', () => {
  const alone = calculator.filter((address) => isIncluded(asked(address)) && onPages.has(address));
  assert.ok(alone.length > 10, `${alone.length}`);
});

test('no address is longer than GitHub takes', () => {
  for (const address of [...calculator, ...onPages]) assert.ok(address.length <= 8000);
  const long = '価格😀'.repeat(1000);
  const address = correctionUrl(site.repository, { platform: long, plan: long, name: long, place: long, says: long, valid: long, source: long });
  assert.ok(address.length <= 8000, `${address.length}`);
  assert.equal(new URL(address).searchParams.get('title').at(-1), '…');
});
