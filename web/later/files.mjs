// Files that the person drops or chooses, and those that the program gives them. Fetched after the first frame. What a file holds goes to
// the program as it is; nothing here looks into it.
const mostBytes = 1 << 20; // one more is handed on, so that the program says what is too much

function overlay() {
  const sheet = document.createElement('link');
  Object.assign(sheet, { rel: 'stylesheet', href: 'later/drop.css' });
  const element = document.createElement('div');
  element.id = 'drop';
  element.hidden = true;
  const text = document.createElement('p');
  text.textContent =
    'Drop it: prices in the file are added to your own, and what cannot be read is listed. The file is read in this browser only.';
  element.append(text);
  document.head.append(sheet);
  document.body.append(element);
  return element;
}

// take(name, bytes) for each file.
export function listenToFiles(take) {
  const over = overlay();
  const holdsFiles = (event) => event.dataTransfer?.types.includes('Files');

  const read = async (files) => {
    for (const file of files) {
      const bytes = await file
        .slice(0, mostBytes + 1)
        .arrayBuffer()
        .catch(() => new ArrayBuffer(0)); // a folder, or one that is gone: it says that it is empty
      take(file.name, new Uint8Array(bytes));
    }
  };

  addEventListener('dragenter', (event) => (over.hidden = !holdsFiles(event)));
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
    read([...event.dataTransfer.files]);
  });

  const pick = () => {
    const input = document.createElement('input');
    Object.assign(input, { type: 'file', multiple: true, accept: '.json,application/json' });
    input.addEventListener('change', () => read([...input.files]));
    input.click();
  };

  const save = ([name, text]) => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };

  return {
    handle(output) {
      if (output.pick) pick();
      if (output.save) save(output.save);
    },
  };
}
