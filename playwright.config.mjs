// The browser tests: Debian's Chromium on the real dist/; firefox.spec.mjs starts Debian's Firefox.
import { createServer } from 'node:net';
import { defineConfig } from '@playwright/test';
import { launchOptions } from './tools/chromium.mjs';

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return String(port);
}

// Each worker reads this file again, and all must name the same server.
process.env.TOLLMETER_PORT ??= await freePort();
const baseURL = `http://127.0.0.1:${process.env.TOLLMETER_PORT}`;

export default defineConfig({
  testDir: 'tests/browser',
  outputDir: 'build/test/browser',
  snapshotPathTemplate: 'docs/screenshots/{arg}{ext}', // the README shows what the tests compare with
  workers: 2,
  forbidOnly: !!process.env.CI,
  reporter: [['list'], ['json', { outputFile: 'build/test/browser.json' }]],
  use: { baseURL, launchOptions, viewport: { width: 1440, height: 900 }, screenshot: 'only-on-failure' },
  webServer: {
    command: `tools/node tools/serve.mjs --port ${process.env.TOLLMETER_PORT}`,
    url: baseURL,
    reuseExistingServer: false,
  },
});
