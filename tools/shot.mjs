// A picture of the page as a person sees it:
//   shot.mjs --url http://127.0.0.1:8080 --out page.png --size 390x844 --scheme dark --density 3
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { launchOptions } from './chromium.mjs';

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://127.0.0.1:8080' },
    out: { type: 'string', default: 'page.png' },
    size: { type: 'string', default: '1440x900' },
    scheme: { type: 'string', default: 'light' },
    density: { type: 'string', default: '1' },
    today: { type: 'string', default: '2026-11-23' }, // the page's clock: prices depend on it
    touch: { type: 'boolean', default: false },
    wait: { type: 'string', default: '1500' }, // milliseconds from loaded to drawn and settled
  },
});
const [width, height] = values.size.split('x').map(Number);

const browser = await chromium.launch(launchOptions);
const page = await browser.newPage({
  viewport: { width, height },
  colorScheme: values.scheme,
  deviceScaleFactor: Number(values.density),
  hasTouch: values.touch,
  isMobile: values.touch,
});
page.on('console', (message) => console.log(`${message.type()}: ${message.text()}`));
page.on('pageerror', (error) => console.log(`error: ${error.message}`));
await page.clock.setFixedTime(new Date(`${values.today}T12:00:00Z`));
await page.goto(values.url, { waitUntil: 'load' });
await page.waitForTimeout(Number(values.wait));
await page.screenshot({ path: values.out });
await browser.close();
