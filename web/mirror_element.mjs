// One element of the mirror: made for a node, and brought up to date with it.

// The tag for a node's role and, where the tag does not say it in every browser, the ARIA role.
const forms = {
  banner: ['header', 'banner'],
  main: ['main'],
  region: ['section', 'region'],
  group: ['div', 'group'],
  dialog: ['div', 'dialog'],
  table: ['table', 'table'],
  row: ['tr', 'row'],
  list: ['ul', 'list'],
  listitem: ['li', 'listitem'],
  tablist: ['div', 'tablist'],
  menu: ['div', 'menu'],
  text: ['p'],
  status: ['p', 'status'],
  image: ['div', 'img'],
  columnheader: ['th', 'columnheader'],
  rowheader: ['th', 'rowheader'],
  cell: ['td', 'cell'],
  button: ['button'],
  link: ['a'],
  tab: ['button', 'tab'],
  checkbox: ['button', 'checkbox'],
  menuitem: ['button', 'menuitem'],
  slider: ['input'],
  textbox: ['input'],
  textarea: ['textarea'],
  combobox: ['select'],
};

const containers = new Set('banner main region group dialog table row list listitem tablist menu'.split(' '));
const nameIsContent = new Set(
  'heading text columnheader rowheader cell button link tab checkbox menuitem'.split(' '),
);
const stateOfPressed = { button: 'aria-pressed', checkbox: 'aria-checked', tab: 'aria-selected', menuitem: 'aria-checked' };

// A screen reader speaks what changes inside a live region that it has met already. While a slider moves it would never come to
// the end of a sentence, so what is spoken is what stood still for so long.
const liveDelay = 500; // ms
const waiting = new WeakMap(); // by element: [text, timer]

export const isPressed = (node) => node.role in stateOfPressed;
export const isText = (node) => node.role.startsWith('text') && node.role !== 'text';
export const sameForm = (a, b) => a.role === b.role && a.level === b.level;

export function makeElement(node) {
  const [tag, role] = node.role === 'heading' ? [`h${node.level || 2}`] : forms[node.role];
  const element = document.createElement(tag);
  if (role) element.setAttribute('role', role);
  if (tag === 'button') element.type = 'button';
  if (node.role === 'dialog') element.setAttribute('aria-modal', 'true');
  if (node.role === 'slider') Object.assign(element, { type: 'range', min: '0', max: '1', step: 'any' });
  if (isText(node)) Object.assign(element, { className: 'text', autocomplete: 'off', spellcheck: false });
  if (node.role === 'textbox') Object.assign(element, { type: 'text', enterKeyHint: 'done' });
  if (node.role === 'link') Object.assign(element, { target: '_blank', rel: 'noopener' });
  return element;
}

function put(element, attribute, value) {
  if (value === undefined || value === '') element.removeAttribute(attribute);
  else element.setAttribute(attribute, value);
}

function place(element, { box: [x, y, w, h], clip, role }) {
  const { style } = element;
  style.left = `${x}px`;
  style.top = `${y}px`;
  style.width = `${w}px`;
  style.height = `${h}px`;
  // A container's clip would cut the dialogs and menus inside it too; its leaves have clips of their own.
  if (containers.has(role) || !clip) {
    style.clipPath = '';
    return;
  }
  const [cx, cy, cw, ch] = clip;
  const cut = [cy - y, x + w - cx - cw, y + h - cy - ch, cx - x].map((side) => Math.max(0, side));
  style.clipPath = cut.some(Boolean) ? `inset(${cut.map((side) => `${side}px`).join(' ')})` : '';
}

function sayName(element, node) {
  const name = node.name ?? '';
  if (node.role === 'status') {
    const [text, timer] = waiting.get(element) ?? [];
    if (text !== name) {
      clearTimeout(timer);
      waiting.set(element, [name, setTimeout(() => (element.textContent = name), liveDelay)]);
    }
    if (node.assertive) element.setAttribute('role', 'alert');
  } else if (nameIsContent.has(node.role)) {
    if (element.textContent !== name) element.textContent = name;
  } else {
    put(element, 'aria-label', name);
  }
}

function sayState(element, node) {
  put(element, 'aria-description', node.description);
  // Not `disabled`: a disabled button swallows the pointer in some browsers and cannot be found by Tab.
  put(element, 'aria-disabled', node.disabled);
  put(element, 'aria-invalid', node.invalid);
  put(element, 'aria-expanded', node.expanded);
  if (node.role in stateOfPressed) {
    put(element, stateOfPressed[node.role], node.pressed);
    if (node.role === 'menuitem') element.setAttribute('role', node.pressed === undefined ? 'menuitem' : 'menuitemradio');
  }
  element.inert = !!node.covered;
}

function sayOptions(element, options) {
  const now = [...element.options].map((option) => option.text);
  if (now.length === options.length && now.every((text, i) => text === options[i])) return;
  element.replaceChildren(...options.map((text) => new Option(text)));
}

// The control's value is the node's again, whatever a person did to it. `dirty`: text that is still being typed stays.
export function sayValue(element, node, dirty) {
  if (node.role === 'slider') element.value = node.number;
  if (node.role === 'combobox') element.selectedIndex = node.chosen;
  if (isText(node) && !dirty && element.value !== (node.value ?? '')) {
    element.value = node.value ?? '';
    if (node.role === 'textbox' && element === document.activeElement) element.select();
  }
}

export function updateElement(element, node, dirty) {
  place(element, node);
  sayName(element, node);
  sayState(element, node);
  element.classList.toggle('zooms', !!node.zooms);
  element.classList.toggle('large', !!node.large);
  if (node.role === 'slider') put(element, 'aria-valuetext', node.value);
  if (node.role === 'link') put(element, 'href', node.value);
  if (node.role === 'combobox') sayOptions(element, node.options);
  if (node.role === 'textbox') {
    element.readOnly = !!node.disabled;
    put(element, 'inputmode', node.numeric ? 'decimal' : 'text');
    element.classList.toggle('at-end', !!node.end);
  }
  sayValue(element, node, dirty);
}
