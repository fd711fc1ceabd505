// What the page says before its first frame and when it cannot go on.
import { tr } from './language.mjs';

const notice = document.getElementById('notice');
const say = document.getElementById('say');
const bar = document.getElementById('progress');
const reload = document.getElementById('reload');

// A page that loads quickly does not flash a progress bar.
const patience = 400; // ms

let late;
let shown = false;
let bytes = 0;
let total; // undefined where the server does not say how much there is

function show() {
  shown = true;
  bar.hidden = false;
  if (total) {
    bar.max = total;
    bar.value = bytes;
  }
  const kilobytes = (value) => Math.round(value / 1024);
  say.textContent = total
    ? tr('Loading: {0} of {1} KB', kilobytes(bytes), kilobytes(total))
    : tr('Loading: {0} KB so far', kilobytes(bytes));
}

export function loading() {
  say.className = say.textContent = '';
  late = setTimeout(show, patience);
}

export function progress(received, altogether) {
  bytes = received;
  total = altogether;
  if (shown) show();
}

export function loaded() {
  clearTimeout(late);
  notice.hidden = true;
}

// Ends the page: one sentence, and what to do.
export function stop(sentence, canReload = true) {
  clearTimeout(late);
  shown = false; // other files may still be coming
  say.className = '';
  say.textContent = sentence;
  say.setAttribute('role', 'alert');
  bar.hidden = true;
  reload.textContent = tr('Reload the page');
  reload.hidden = !canReload;
  reload.onclick = () => location.reload();
  notice.hidden = false;
  document.getElementById('mirror').inert = true;
}
