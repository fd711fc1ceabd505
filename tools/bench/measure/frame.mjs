// How much of the processor a frame takes: at rest, on hover, and while a slider is dragged with ten platforms and each chart open.
//
// A frame is what the page's script does in the browser's callback for it and in the pointer's events since the one before, in
// processor time of the thread, as the browser's own trace says: what else the machine does meanwhile does not count. What the browser
// adds, for layout and painting, is measured over a whole drag.
import { join } from 'node:path';
import { served, withChromium, withPage } from '../browser.mjs';
import { root, writeResult } from '../result.mjs';
import { quantile } from '../statistics.mjs';
import { atRest, drag, drawn, openTen } from '../ten_platforms.mjs';

const charts = ['Price history', 'Cost curve', 'Per unit', 'Growth', 'Month', 'Ranges'];
const moves = 80; // of the mouse, in each measurement
const warmUp = 20;
const rest = 10; // seconds

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
  // What began before the trace has no time of the thread.
  for (const event of traceEvents.filter(({ ph, tdur }) => ph === 'X' && tdur !== undefined).toSorted((a, b) => a.ts - b.ts)) {
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

async function frames(page, cdp, address) {
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  await openTen(page, address);
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

await served(join(root, 'dist'), (address) =>
  withChromium(async (browser) => writeResult('frame', await withPage(browser, (page, cdp) => frames(page, cdp, address)))),
);
