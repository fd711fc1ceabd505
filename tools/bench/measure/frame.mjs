// How much of the processor a frame takes: at rest, on hover, and while a slider is dragged with ten platforms and each chart
// open; and whether ten thousand frames leave anything behind.
//
// A frame is what the page's script does in the browser's callback for it and in the pointer's events since the one before. What the
// browser itself adds, for layout and painting, is measured over a whole drag.
import { join } from 'node:path';
import { checksum } from '../../pages/link.mjs';
import { served, withChromium, withPage } from '../browser.mjs';
import { root, writeResult } from '../result.mjs';
import { quantile } from '../statistics.mjs';

// What each chart has something to say of.
const body =
  '1;d=2026-11-24;g=5;you.accounts=60;unit=one%20customer%20a%20month:60;p=x:ppu;posts_created=6000;posts_read=30000;' +
  'range.posts_read=20000:60000;unit.posts_read=200;p=facebook:page;page_calls=300/day;p=linkedin:standard;app_calls=420/day;' +
  'p=instagram:default;posts_published=8/day;p=youtube:default;uploads=2/day;reads=4k/day;p=reddit:free;calls=60k/day;' +
  'p=bluesky:hosted;reads=40k/day;p=tiktok;posts=6/day;p=pinterest;writes=200/day;p=telegram;messages=20/day';
const charts = ['Price history', 'Cost curve', 'Per unit', 'Growth', 'Month', 'Ranges'];

const moves = 240; // of the mouse, in each measurement
const warmUp = 60;
const many = 10_000;
const rest = 10; // seconds
// The screen is not waited for, so that ten thousand frames do not take minutes.
const hurry = ['--disable-gpu-vsync', '--disable-frame-rate-limit'];

// Runs in the page before anything of it does.
function watch() {
  window.took = [];
  let handlers = 0;
  const timed = (work, done) =>
    function call(...values) {
      const from = performance.now();
      try {
        return work.apply(this, values);
      } finally {
        done(performance.now() - from);
      }
    };
  const request = window.requestAnimationFrame;
  window.requestAnimationFrame = (callback) =>
    request.call(window, timed(callback, (took) => {
      window.took.push(handlers + took);
      handlers = 0;
    }));
  const listen = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function addEventListener(type, listener, options) {
    const isPointer = /^(pointer|mouse)/.test(type) && typeof listener === 'function';
    return listen.call(this, type, isPointer ? timed(listener, (took) => (handlers += took)) : listener, options);
  };
  const instantiate = WebAssembly.instantiateStreaming;
  WebAssembly.instantiateStreaming = async (...values) => {
    const made = await instantiate(...values);
    window.memory ??= Object.values(made.instance.exports).find((value) => value instanceof WebAssembly.Memory);
    return made;
  };
}

const atRest = (page) => page.evaluate(() => window.tollmeter.idle());
const framesSince = (page) => page.evaluate(() => window.took.splice(0));

async function open(page, address) {
  await page.addInitScript(watch);
  await page.goto(`${address}/#${body}~${checksum(body)}`);
  await page.waitForFunction(() => window.tollmeter?.ready);
  await atRest(page);
}

async function slider(page) {
  const { x, y, width, height } = await page.getByRole('slider', { name: 'Posts read', exact: true }).boundingBox();
  return (share) => [x + width * share, y + height / 2];
}

// There and back again between a fifth and four fifths, in so many moves of the mouse.
async function drag(page, count) {
  const at = await slider(page);
  const share = (i) => 0.2 + 0.6 * Math.abs(((i / 120) % 2) - 1);
  await page.mouse.move(...at(share(0)));
  await page.mouse.down();
  for (let i = 1; i <= count; i += 1) await page.mouse.move(...at(share(i)));
  await page.mouse.up();
  await atRest(page);
}

async function mainThread(cdp) {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
}

async function costOf(page, cdp, work) {
  await atRest(page);
  await framesSince(page);
  const before = await mainThread(cdp);
  await work();
  const browser = (await mainThread(cdp)) - before;
  const frames = await framesSince(page);
  const at = (share) => quantile(frames, share);
  return { frames: frames.length, median: at(0.5), p95: at(0.95), most: at(1), mainThread: browser / frames.length };
}

const hover = (page) => async () => {
  for (let i = 0; i < moves; i += 1) await page.mouse.move(32 + (i * 1376) / moves, 120 + ((i * 37) % 700));
};

async function held(page, cdp) {
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  return { script: usedSize, wasm: await page.evaluate(() => window.memory.buffer.byteLength) };
}

async function frames(page, cdp, address) {
  await cdp.send('Performance.enable');
  await open(page, address);
  const result = { charts: [] };
  await page.mouse.move(0, 0);
  await atRest(page);
  await framesSince(page);
  await page.waitForTimeout(rest * 1000);
  result.rest = { seconds: rest, frames: (await framesSince(page)).length };
  result.hover = await costOf(page, cdp, hover(page));
  for (const chart of charts) {
    await page.getByRole('tab', { name: chart, exact: true }).press('Enter');
    await drag(page, warmUp); // what is compiled and made on first use
    result.charts.push({ chart, ...(await costOf(page, cdp, () => drag(page, moves))) });
  }
  return result;
}

async function growth(page, cdp, address) {
  await open(page, address);
  await drag(page, many / 10);
  const points = [];
  const look = async () => points.push({ frames: await page.evaluate(() => window.tollmeter.frames()), ...(await held(page, cdp)) });
  await look();
  while (points.at(-1).frames - points[0].frames < many) {
    await drag(page, many / 10);
    await framesSince(page);
    await look();
  }
  return points;
}

await served(join(root, 'dist'), async (address) => {
  const measured = await withChromium((browser) => withPage(browser, (page, cdp) => frames(page, cdp, address)));
  const points = await withChromium((browser) => withPage(browser, (page, cdp) => growth(page, cdp, address)), hurry);
  await writeResult('frame', { ...measured, growth: points });
});
