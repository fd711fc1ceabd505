// How much of the processor a frame takes: at rest, on hover, and while a slider is dragged with ten platforms and each chart
// open; and whether ten thousand frames leave anything behind.
//
// A frame is what the page's script does in the browser's callback for it and in the pointer's events since the one before, in
// processor time of the thread, as the browser's own trace says: what else the machine does meanwhile does not count. What the browser
// adds, for layout and painting, is measured over a whole drag.
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

const moves = 120; // of the mouse, in each measurement
const warmUp = 40;
const many = 10_000;
const rest = 10; // seconds
// The screen is not waited for, and there is less of it, so that ten thousand frames do not take longer than need be.
const small = { width: 1024, height: 640 };
const hurry = ['--disable-gpu-vsync', '--disable-frame-rate-limit'];

// Runs in the page before anything of it does.
function watch() {
  const instantiate = WebAssembly.instantiateStreaming;
  WebAssembly.instantiateStreaming = async (...values) => {
    const made = await instantiate(...values);
    window.memory ??= Object.values(made.instance.exports).find((value) => value instanceof WebAssembly.Memory);
    return made;
  };
}

const atRest = (page) => page.evaluate(() => window.tollmeter.idle());
const drawn = (page) => page.evaluate(() => window.tollmeter.frames());

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
}

async function mainThread(cdp) {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
}

// Milliseconds of each frame in a trace: its callback, and the pointer's events before it.
function framesIn(trace) {
  const { traceEvents } = JSON.parse(trace);
  const isEvent = ({ name, args }) => name === 'EventDispatch' && /^(pointer|mouse)/.test(args.data?.type);
  const isFrame = ({ name }) => name === 'FireAnimationFrame';
  const frames = [];
  let events = 0;
  for (const event of traceEvents.filter(({ ph }) => ph === 'X').toSorted((a, b) => a.ts - b.ts)) {
    if (isEvent(event)) events += event.tdur / 1000;
    if (!isFrame(event)) continue;
    frames.push(events + event.tdur / 1000);
    events = 0;
  }
  return frames;
}

async function costOf(page, cdp, work) {
  await atRest(page);
  const browser = page.context().browser();
  await browser.startTracing(page, { categories: ['devtools.timeline'] });
  const before = await mainThread(cdp);
  await work();
  const spent = (await mainThread(cdp)) - before;
  const frames = framesIn((await browser.stopTracing()).toString());
  const at = (share) => quantile(frames, share);
  return { frames: frames.length, median: at(0.5), p95: at(0.95), most: at(1), mainThread: spent / frames.length };
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
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  await open(page, address);
  const result = { charts: [] };
  await page.mouse.move(0, 0);
  await atRest(page);
  const before = await drawn(page);
  await page.waitForTimeout(rest * 1000);
  result.rest = { seconds: rest, frames: (await drawn(page)) - before };
  result.hover = await costOf(page, cdp, hover(page));
  for (const chart of charts) {
    await page.getByRole('tab', { name: chart, exact: true }).press('Enter');
    await atRest(page);
    await drag(page, warmUp); // what is compiled and made on first use
    result.charts.push({ chart, ...(await costOf(page, cdp, () => drag(page, moves))) });
  }
  return result;
}

async function growth(page, cdp, address) {
  await page.setViewportSize(small);
  await open(page, address);
  await drag(page, many / 50);
  const points = [];
  const look = async () => {
    await atRest(page);
    points.push({ frames: await drawn(page), ...(await held(page, cdp)) });
  };
  await look();
  while (points.at(-1).frames - points[0].frames < many) {
    await drag(page, many / 25);
    await look();
  }
  return points;
}

await served(join(root, 'dist'), async (address) => {
  const measured = await withChromium((browser) => withPage(browser, (page, cdp) => frames(page, cdp, address)));
  const points = await withChromium((browser) => withPage(browser, (page, cdp) => growth(page, cdp, address)), hurry);
  await writeResult('frame', { ...measured, growth: points });
});
