// Keeps the whole page for when there is no network, and says when a newer one is there. It is fetched after the first frame.
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

function button(label, press) {
  const element = document.createElement('button');
  element.type = 'button';
  element.textContent = label;
  element.addEventListener('click', press);
  return element;
}

function style() {
  const sheet = document.createElement('link');
  const loaded = new Promise((resolve) => (sheet.onload = sheet.onerror = resolve));
  Object.assign(sheet, { rel: 'stylesheet', href: 'later/update.css' });
  document.head.append(sheet);
  return loaded;
}

// A line below the page. Nothing is reloaded but by the person who presses it.
async function say(registration) {
  if (document.getElementById('update')) return;
  const line = document.createElement('div');
  const text = document.createElement('p');
  line.id = 'update';
  text.setAttribute('role', 'status');
  const reload = () => {
    if (!registration.waiting) return location.reload(); // another tab has changed over
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    registration.waiting.postMessage('take over');
    return undefined;
  };
  line.append(text, button('Reload', reload), button('Not now', () => line.remove()));
  line.hidden = true;
  document.body.append(line);
  await style();
  line.hidden = false;
  // Spoken by a screen reader that has met the live region before.
  setTimeout(() => (text.textContent = 'A newer version is ready.'), 60);
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
