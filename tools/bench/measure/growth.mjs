// Whether ten thousand frames leave anything behind: what the program and the script hold while a slider is dragged on and on.
import { join } from 'node:path';
import { served, withChromium, withPage } from '../browser.mjs';
import { root, writeResult } from '../result.mjs';
import { atRest, drag, drawn, openTen } from '../ten_platforms.mjs';

const many = 10_000;
// The screen is not waited for, and there is less of it, so that ten thousand frames do not take longer than need be.
const small = { width: 1024, height: 640 };
const hurry = ['--disable-gpu-vsync', '--disable-frame-rate-limit'];

// Runs in the page before anything of it does.
function watch() {
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (...values) => {
    const made = await instantiate(...values);
    window.memory ??= Object.values((made.instance ?? made).exports).find((value) => value instanceof WebAssembly.Memory);
    return made;
  };
}

async function held(page, cdp) {
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  return { script: usedSize, wasm: await page.evaluate(() => window.memory.buffer.byteLength) };
}

async function growth(page, cdp, address) {
  await page.setViewportSize(small);
  await page.addInitScript(watch);
  await openTen(page, address);
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

await served(join(root, 'dist'), (address) =>
  withChromium(async (browser) => writeResult('growth', { points: await withPage(browser, (page, cdp) => growth(page, cdp, address)) }), hurry),
);
