// What the page has to say of its surroundings' faults while it goes on, and the way out where the program stopped.
import { tr } from '../language.mjs';
import { keep, kept } from '../storage.mjs';
import { embedded } from '../surroundings.mjs';
import { sayBelow } from './line.mjs';

// The calculation stays in the browser's history: Back leads to it again. What is kept beside a link that was opened stays kept.
function startAnew() {
  const mine = kept('mine');
  if (!location.hash) location.hash = mine;
  if (location.hash.slice(1) === mine) keep('mine', '');
  location.assign(location.pathname + location.search);
}

// A calculation that stops the program would do so at each start.
function offerAnew() {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = tr('Start without it');
  button.addEventListener('click', startAnew);
  const words = document.createElement('p');
  words.textContent = tr('If it stops again, start without this calculation. Back in the browser leads to it again.');
  document.getElementById('reload').after(words, button);
}

const close = () => ({ [tr('Close')]: undefined });
let said = false;

const faults = {
  crashed: offerAnew,
  forgets: () => {
    if (!said && !embedded) sayBelow(tr('This browser keeps nothing for your next visit: its storage is full or blocked. The address holds your calculation.'), close());
    said = true;
  },
  'no language': () => sayBelow(tr('The texts of this language could not be loaded. Is there a network?'), close()),
};

export const say = (what) => faults[what]();
