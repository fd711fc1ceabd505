// From the navigation to the first usable frame, beside Dear ImGui's own demo.
//
// Both pages are watched from outside in the same way: their first frame is there when the browser is through with the frame of its
// own in which WebGL first draws something. Ours must also say that it is ready.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compressed } from '../../compressed.mjs';
import { filesBelow } from '../../files.mjs';
import { served, withChromium, withPage } from '../browser.mjs';
import { built, root, writeResult } from '../result.mjs';
import { ratios, summary } from '../statistics.mjs';

// What the developer tools of Chrome call fast 3G: bytes a second, and milliseconds that an answer takes at least.
const fast3G = { offline: false, latency: 562.5, downloadThroughput: 180_000, uploadThroughput: 84_375 };
const kinds = {
  full: { runs: 15 },
  throttled: { runs: 9, network: fast3G, slowdown: 4 },
};

// Runs in the page before anything of it does.
function watch() {
  let tell;
  window.firstFrame = new Promise((resolve) => (tell = resolve));
  // A message is dealt with after the frame of the browser that is under way.
  const shown = () => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => tell(performance.now());
    port2.postMessage(undefined);
  };
  let inFrame = false;
  const request = window.requestAnimationFrame;
  window.requestAnimationFrame = (callback) =>
    request.call(window, (now) => {
      inFrame = true;
      callback(now);
      inFrame = false;
    });
  let drawn = false;
  for (const { prototype } of [WebGLRenderingContext, WebGL2RenderingContext]) {
    const draw = prototype.drawElements;
    prototype.drawElements = function drawElements(...values) {
      if (!drawn) inFrame ? shown() : request.call(window, shown);
      drawn = true;
      return draw.apply(this, values);
    };
  }
  window.ready = new Promise((resolve) => {
    Object.defineProperty(window, 'tollmeter', {
      configurable: true,
      set(value) {
        Object.defineProperty(window, 'tollmeter', { value });
        resolve(performance.now());
      },
    });
  });
}

async function mainThread(cdp) {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
}

// In milliseconds since the navigation began; `thread` is processor time of the page's main thread until then.
async function open(page, cdp, { address, ours, network, slowdown }) {
  await page.addInitScript(watch);
  if (network) {
    await cdp.send('Network.enable');
    await cdp.send('Network.emulateNetworkConditions', network);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  }
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const before = await mainThread(cdp);
  await page.goto(address, { waitUntil: 'commit' });
  const frame = await page.evaluate(() => window.firstFrame);
  const usable = ours ? Math.max(frame, await page.evaluate(() => window.ready)) : frame;
  const thread = (await mainThread(cdp)) - before;
  const [words, wasm] = await page.evaluate(() => [
    performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
    performance.getEntriesByType('resource').find(({ name }) => name.endsWith('.wasm')).responseEnd,
  ]);
  return { usable, thread, words, wasm };
}

async function measure(browser, sites, { runs, ...conditions }) {
  const all = sites.map(() => []);
  for (let run = 0; run <= runs; run += 1) {
    for (const [i, site] of sites.entries()) {
      const times = await withPage(browser, (page, cdp) => open(page, cdp, { ...site, ...conditions }));
      if (run > 0) all[i].push(times); // the first starts the browser's own parts
    }
  }
  const [ours, demo] = all;
  const of = (list, key) => list.map((times) => times[key]);
  return {
    ours: summary(of(ours, 'usable')),
    demo: summary(of(demo, 'usable')),
    ratio: ratios(of(ours, 'usable'), of(demo, 'usable')),
    thread: { ours: summary(of(ours, 'thread')), demo: summary(of(demo, 'thread')), ratio: ratios(of(ours, 'thread'), of(demo, 'thread')) },
    words: summary(of(ours, 'words')),
    wasm: summary(of(ours, 'wasm')),
    wordsFirst: ours.filter(({ words, wasm }) => words < wasm).length,
  };
}

const demo = join(built, 'stock-demo');
for (const name of (await filesBelow(demo)).filter((file) => /\.(html|js|wasm)$/.test(file))) {
  const small = await compressed(await readFile(join(demo, name)));
  for (const [ending, bytes] of Object.entries(small)) await writeFile(join(demo, `${name}.${ending}`), bytes);
}

await served(join(root, 'dist'), (ours) =>
  served(demo, (theirs) =>
    withChromium(async (browser) => {
      const sites = [{ address: ours, ours: true }, { address: theirs }];
      const result = { browser: browser.version() };
      for (const [kind, conditions] of Object.entries(kinds)) result[kind] = await measure(browser, sites, conditions);
      await writeResult('start', result);
    }),
  ),
);
