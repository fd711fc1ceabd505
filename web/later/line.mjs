// A line below the page, for what the browser's side has to say while the page goes on.
import { style } from './style.mjs';

function button(label, press) {
  const element = document.createElement('button');
  element.type = 'button';
  element.textContent = label;
  element.addEventListener('click', press);
  return element;
}

// buttons: { label: what it does }; nothing: it takes the line away. A line that stands already stays.
export async function sayBelow(sentence, buttons) {
  if (document.getElementById('update')) return;
  const line = document.createElement('div');
  const text = document.createElement('p');
  line.id = 'update';
  text.setAttribute('role', 'status');
  const away = () => line.remove();
  line.append(text, ...Object.entries(buttons).map(([label, press]) => button(label, press ?? away)));
  line.hidden = true;
  document.body.append(line);
  await style('later/update.css');
  line.hidden = false;
  // Spoken by a screen reader that has met the live region before.
  setTimeout(() => (text.textContent = sentence), 60);
}
