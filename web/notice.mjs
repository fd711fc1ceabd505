// What the page says before its first frame and when it cannot go on.
import { tr } from './language.mjs';
import { sharedTotal } from './shared_total.mjs';

const notice = document.getElementById('notice');
const say = document.getElementById('say');
const bar = document.getElementById('progress');
const reload = document.getElementById('reload');

// A page that loads quickly does not flash a progress bar.
const patience = 400; // ms
const stall = 20_000; // ms without a byte

let late;
let stalled;
let waiting = false;
let bytes = 0;
let total; // NaN where the server does not say how much there is

function show() {
  bar.hidden = false;
  if (total) {
    bar.max = total;
    bar.value = bytes;
  }
  const kilobytes = (value) => Math.round(value / 1024);
  const loading = total
    ? tr('Loading: {0} of {1} KB', kilobytes(bytes), kilobytes(total))
    : tr('Loading: {0} KB so far', kilobytes(bytes));
  say.textContent = [sharedTotal(location.hash), loading].filter(Boolean).join(' ');
}

function expect() {
  clearTimeout(stalled);
  stalled = setTimeout(() => {
    say.textContent = tr('Nothing has come for {0} seconds. Wait, or reload the page: the address still holds your calculation.', stall / 1000);
    offerReload();
  }, stall);
}

function offerReload() {
  reload.textContent = tr('Reload the page');
  reload.hidden = false;
  reload.onclick = () => location.reload();
}

export function loading() {
  say.className = '';
  say.textContent = sharedTotal(location.hash);
  waiting = true;
  late = setTimeout(show, patience);
  expect();
}

export function progress(received, altogether) {
  if (!waiting) return; // other files may still be coming
  bytes = received;
  total = altogether;
  expect();
  if (!bar.hidden) show();
}

function end() {
  clearTimeout(late);
  clearTimeout(stalled);
  waiting = false;
}

export function loaded() {
  end();
  notice.hidden = true;
}

// Ends the page: one sentence, and what to do.
export function stop(sentence, canReload = true) {
  end();
  say.className = '';
  say.textContent = sentence;
  say.setAttribute('role', 'alert');
  bar.hidden = true;
  if (canReload) offerReload();
  notice.hidden = false;
  document.getElementById('canvas').hidden = true; // without the style it would lie over it
  document.getElementById('mirror').inert = true;
}
