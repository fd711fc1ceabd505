// Copying, from within a person's gesture.

function copyBySelection(text) {
  const focused = document.activeElement;
  const area = document.createElement('textarea');
  area.className = 'off-page';
  area.value = text;
  document.body.append(area);
  area.select();
  document.execCommand('copy');
  area.remove();
  focused?.focus({ preventScroll: true });
}

export function copy(text) {
  const written = navigator.clipboard?.writeText(text) ?? Promise.reject();
  // Plain http and embedded pages have no such right.
  written.catch(() => copyBySelection(text));
}
