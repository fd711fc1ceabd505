// Files that the person drops or chooses, and those that the program gives them. Fetched after the first frame. What a file holds goes to
// the program as it is; nothing here looks into it.
import { tr } from '../language.mjs';
import { save } from './exports.mjs';
import { style } from './style.mjs';

const mostBytes = 1 << 20; // one more is handed on, so that the program says what is too much

function overlay() {
  const element = document.createElement('div');
  element.id = 'drop';
  element.hidden = true;
  element.append(document.createElement('p'));
  style('later/drop.css');
  document.body.append(element);
  return element;
}

async function read(files, take) {
  for (const file of files) {
    const bytes = await file
      .slice(0, mostBytes + 1)
      .arrayBuffer()
      .catch(() => new ArrayBuffer(0)); // a folder, or one that is gone: it says that it is empty
    take(file.name, new Uint8Array(bytes));
  }
}

let chosen; // what takes those that are chosen

// take(name, bytes) for each file.
export function listenToFiles(take) {
  chosen = take;
  const over = overlay();
  const holdsFiles = (event) => event.dataTransfer?.types.includes('Files');

  const show = (event) => {
    over.firstChild.textContent = tr(
      'Drop it: prices or calculations in the file are added to yours, and what cannot be read is listed. The file is read in this browser only.',
    );
    over.hidden = !holdsFiles(event);
  };
  addEventListener('dragenter', show);
  addEventListener('dragover', (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault(); // else the browser would leave the page for the file
    over.hidden = false;
  });
  addEventListener('dragleave', (event) => {
    if (!event.relatedTarget) over.hidden = true;
  });
  addEventListener('drop', (event) => {
    over.hidden = true;
    if (!holdsFiles(event)) return;
    event.preventDefault();
    read([...event.dataTransfer.files], take);
  });
}

function pick() {
  const input = document.createElement('input');
  Object.assign(input, { type: 'file', multiple: true, accept: '.json,application/json' });
  input.addEventListener('change', () => read([...input.files], chosen));
  input.click();
}

// What a frame wants done with files.
export function handleFiles(output) {
  if (output.pick) pick();
  if (output.save) save(new Blob([output.save[1]], { type: 'application/json' }), output.save[0]);
}
