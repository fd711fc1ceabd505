// Text is selected with the mouse as on any page, though it is drawn: its element in the mirror is made to lie over its glyphs, and shows
// what is selected.
import { style } from './style.mjs';

const texts = '#mirror :is(p, h1, h2, h3, h4, h5, h6, td, th)';
const layers = '[role="dialog"], [role="menu"]';

// As in the kit (Kit::line_height).
const lineOf = (size) => Math.round(size * 1.45);
const paragraphSizes = [13, 12, 15, 11, 14, 16];

const ruler = document.createElement('canvas').getContext('2d');
function widthOf(text, size) {
  ruler.font = `${size}px Inter, system-ui, sans-serif`;
  return ruler.measureText(text).width;
}

// The size at which the text fills its box, CSS pixels, and the height of its lines; nothing if the box is not its own, as that of a cell
// which stands for a point of a chart.
function fitOf(text, w, h) {
  if (!text || w < 2 || h < 12) return undefined;
  const single = h / 1.45;
  const natural = widthOf(text, single);
  // Bold text is wider than the ruler says, a column wider than its text.
  const stretch = w / natural;
  if (stretch > 0.9 && h < 60) return { size: stretch < 1.1 ? single * stretch : single, line: h, wrap: 'pre' };
  const size = paragraphSizes.find((each) => h % lineOf(each) === 0);
  return size && { size, line: lineOf(size), wrap: 'pre-wrap' };
}

const fitted = new WeakMap(); // by element: for what it was fitted last

function fit(element) {
  const { width, height } = element.style;
  const text = element.textContent;
  const now = `${width} ${height} ${text}`;
  if (fitted.get(element) === now) return;
  fitted.set(element, now);
  const found = fitOf(text, parseFloat(width), parseFloat(height));
  element.classList.toggle('fits', !!found);
  if (!found) return;
  element.style.setProperty('--size', `${found.size}px`);
  element.style.setProperty('--line', `${found.line}px`);
  element.style.setProperty('--wrap', found.wrap);
}

const fitAll = () => document.querySelectorAll(texts).forEach(fit);

// The place in the text of `element` that is nearest to a point: { node, offset }.
function placeIn(element, x, y) {
  const node = element.firstChild;
  const box = element.getBoundingClientRect();
  const inX = Math.min(Math.max(x, box.left + 0.5), box.right - 0.5);
  const inY = Math.min(Math.max(y, box.top + 0.5), box.bottom - 0.5);
  const caret = document.caretPositionFromPoint?.(inX, inY);
  const range = caret ? undefined : document.caretRangeFromPoint?.(inX, inY);
  const at = caret?.offsetNode ?? range?.startContainer;
  if (at === node) return { node, offset: caret?.offset ?? range.startOffset };
  // Something else lies there.
  return { node, offset: y > box.bottom || (y >= box.top && x > box.right) ? node.length : 0 };
}

// What is above or below is further away than what is beside.
function distance(element, x, y) {
  const box = element.getBoundingClientRect();
  return Math.max(box.left - x, 0, x - box.right) + 8 * Math.max(box.top - y, 0, y - box.bottom);
}

function placeNear(layer, x, y) {
  const reachable = [...document.querySelectorAll('#mirror .fits')].filter(
    (element) => element.firstChild && element.closest(layers) === layer && !element.closest('[inert]'),
  );
  const over = document.elementFromPoint(x, y)?.closest('.fits');
  const nearest = reachable.includes(over)
    ? over
    : reachable.reduce((best, each) => (best && distance(best, x, y) <= distance(each, x, y) ? best : each), undefined);
  return nearest && placeIn(nearest, x, y);
}

// The word before or after a place between two characters.
function selectWord({ node, offset }) {
  const words = new Intl.Segmenter(undefined, { granularity: 'word' }).segment(node.data);
  const near = [words.containing(offset), words.containing(offset - 1)];
  const { index, segment } = near.find((word) => word?.isWordLike) ?? near[0] ?? near[1];
  getSelection().setBaseAndExtent(node, index, node, index + segment.length);
}

// What is copied: a line for each text, and for each row of a table with tabs between its cells. Names of controls are not drawn as text
// that could be selected, so they stay out.
function copied(selection) {
  const range = selection.getRangeAt(0);
  const lines = [];
  let row;
  for (const element of document.querySelectorAll(texts)) {
    const node = element.firstChild;
    if (!node || !range.intersectsNode(node) || !element.classList.contains('fits')) continue;
    const from = node === range.startContainer ? range.startOffset : 0;
    const to = node === range.endContainer ? range.endOffset : node.length;
    const text = node.data.slice(from, to);
    const inRow = element.closest('tr');
    if (inRow && inRow === row) lines.push(`${lines.pop()}\t${text}`);
    else lines.push(text);
    row = inRow;
  }
  return lines.join('\n');
}

// While `plain.on` the browser selects by itself.
export async function listenToSelection(plain) {
  await style('later/selection.css');
  let held; // { layer } of the text in which a drag began
  const on = (type, handler) => addEventListener(type, (event) => plain.on || handler(event), { capture: true });

  on('pointermove', (event) => {
    if (event.pointerType !== 'mouse') return;
    if (!event.buttons) {
      held = undefined;
      fitAll();
    } else if (held) {
      const place = placeNear(held.layer, event.clientX, event.clientY);
      if (place && getSelection().rangeCount) getSelection().extend(place.node, place.offset);
    }
  });

  // Before input.mjs, which lets the browser select nothing.
  on('mousedown', (event) => {
    const element = event.target.closest?.('.fits');
    if (event.button !== 0) return;
    if (!element?.firstChild) {
      if (!event.target.matches?.('a, button, input, select, textarea')) getSelection().removeAllRanges();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    document.activeElement.blur();
    const place = placeIn(element, event.clientX, event.clientY);
    held = { layer: element.closest(layers) };
    if (event.detail === 2) selectWord(place);
    else if (event.detail > 2) getSelection().selectAllChildren(element);
    else if (event.shiftKey && getSelection().anchorNode) getSelection().extend(place.node, place.offset);
    else getSelection().collapse(place.node, place.offset);
  });
  on('pointerup', () => (held = undefined));

  on('copy', (event) => {
    const selection = getSelection();
    const inField = document.activeElement.matches('.text, .off-page');
    if (inField || selection.isCollapsed || !document.getElementById('mirror').contains(selection.anchorNode)) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', copied(selection));
  });

  // What the keyboard or the browser's find has selected is shown too.
  document.addEventListener('selectionchange', () => plain.on || getSelection().isCollapsed || held || fitAll());
}
