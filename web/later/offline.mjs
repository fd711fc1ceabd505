// Keeps the whole page for when there is no network, and says when a newer one is there.
import { tr } from '../language.mjs';
import { sayBelow } from './line.mjs';

const worker = 'service-worker.js';
const hour = 3_600_000; // ms

// The policy of index.html lets scripts come from this address only.
function address() {
  const rules = {
    createScriptURL(path) {
      if (path !== worker) throw new TypeError(`${path} is no script of this page; expected ${worker}.`);
      return path;
    },
  };
  return window.trustedTypes?.createPolicy('own-address', rules).createScriptURL(worker) ?? worker;
}

const idle = () => new Promise((resolve) => (window.requestIdleCallback ?? setTimeout)(resolve));

// Nothing is reloaded but by the person who presses it.
function say(registration) {
  const reload = () => {
    if (!registration.waiting) return location.reload(); // another tab has changed over
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    registration.waiting.postMessage('take over');
    return undefined;
  };
  sayBelow(tr('A newer version is ready.'), { [tr('Reload')]: reload, [tr('Not now')]: undefined });
}

export async function keepOffline() {
  const workers = navigator.serviceWorker;
  if (!workers) return;
  await idle();
  const registration = await workers.register(address(), { updateViaCache: 'none' });
  if (!registration) return; // forbidden
  // The first of all waits for a moment too, and is no newer one.
  const look = () => registration.waiting && registration.active && say(registration);
  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', look));
  look();
  const changed = !!workers.controller;
  workers.addEventListener('controllerchange', () => changed && say(registration));
  // A tab that stays open for days hears of it too.
  let asked = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.hidden || Date.now() - asked < hour) return;
    asked = Date.now();
    registration.update().catch(() => {}); // without a network
  });
}
