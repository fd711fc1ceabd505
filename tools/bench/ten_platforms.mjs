// The page with ten platforms, and a slider of it that is dragged by the mouse.
import { checksum } from '../pages/link.mjs';

// What each chart has something to say of.
const body =
  '1;d=2026-11-24;g=5;you.accounts=60;unit=one%20customer%20a%20month:60;p=x:ppu;posts_created=6000;posts_read=30000;' +
  'range.posts_read=20000:60000;unit.posts_read=200;p=facebook:page;page_calls=300/day;p=linkedin:standard;app_calls=420/day;' +
  'p=instagram:default;posts_published=8/day;p=youtube:default;uploads=2/day;reads=4k/day;p=reddit:free;calls=60k/day;' +
  'p=bluesky:hosted;reads=40k/day;p=tiktok;posts=6/day;p=pinterest;writes=200/day;p=telegram;messages=20/day';

export const atRest = (page) => page.evaluate(() => window.tollmeter.idle());
export const drawn = (page) => page.evaluate(() => window.tollmeter.frames());

export async function openTen(page, address) {
  await page.goto(`${address}/#${body}~${checksum(body)}`);
  await page.waitForFunction(() => window.tollmeter?.ready);
  await atRest(page);
}

async function slider(page) {
  const { x, y, width, height } = await page.getByRole('slider', { name: 'Posts read', exact: true }).boundingBox();
  return (share) => [x + width * share, y + height / 2];
}

// There and back again between a fifth and four fifths, in so many moves of the mouse.
export async function drag(page, count) {
  const at = await slider(page);
  const share = (i) => 0.2 + 0.6 * Math.abs(((i / 120) % 2) - 1);
  await page.mouse.move(...at(share(0)));
  await page.mouse.down();
  for (let i = 1; i <= count; i += 1) await page.mouse.move(...at(share(i)));
  await page.mouse.up();
}
