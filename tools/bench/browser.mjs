// Chromium and a server for the pages that are measured.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from '@playwright/test';
import { launchOptions } from '../chromium.mjs';
import { root } from './result.mjs';

// Serves the folder while `use(address)` runs.
export async function served(folder, use) {
  const server = spawn(process.execPath, [join(root, 'tools/serve.mjs'), '--port', '0', '--folder', folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const [line] = await once(createInterface(server.stdout), 'line');
    return await use(/http:\S+/.exec(line)[0]);
  } finally {
    server.kill();
  }
}

export async function withChromium(use, moreArguments = []) {
  const browser = await chromium.launch({ ...launchOptions, args: [...launchOptions.args, ...moreArguments] });
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
}

// A page of a browser that has never seen anything.
export async function withPage(browser, use) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, serviceWorkers: 'block' });
  try {
    const page = await context.newPage();
    return await use(page, await context.newCDPSession(page));
  } finally {
    await context.close();
  }
}
