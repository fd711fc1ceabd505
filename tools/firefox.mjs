// How the tests start Firefox: Debian's own, driven by WebDriver BiDi, on a virtual screen, since without one it has no WebGL.
import { spawn } from 'node:child_process';
import puppeteer from 'puppeteer-core';

// The display's name, once the server listens, and the server.
async function virtualScreen() {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const display = await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`Xvfb ended with ${code} before it had a display.`)));
    server.stdio[3].once('data', (number) => resolve(`:${String(number).trim()}`));
  });
  return { server, display };
}

// { browser, close() }. `preferences` are Firefox's own, such as { 'webgl.disabled': true }.
export async function launchFirefox(preferences = {}) {
  const { server, display } = await virtualScreen();
  try {
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: '/usr/bin/firefox-esr',
      headless: false,
      env: { ...process.env, DISPLAY: display },
      extraPrefsFirefox: preferences,
      defaultViewport: { width: 1440, height: 900 },
    });
    const close = async () => {
      await browser.close();
      server.kill();
    };
    return { browser, close };
  } catch (error) {
    server.kill();
    throw error;
  }
}
