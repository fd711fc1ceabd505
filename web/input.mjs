// The pointer, the wheel and the keys that belong to the whole page, told to the program.
import { seconds } from './surroundings.mjs';

const wheelLine = 18; // CSS pixels
const tremble = 8; // CSS pixels that a finger may move and still tap

const beside = '#notice, #update'; // what is the browser's own beside the program

// Ctrl/Cmd+Z; the same with Shift, or Ctrl+Y.
function stepOf({ ctrlKey, metaKey, shiftKey, altKey, key }) {
  if (!(ctrlKey || metaKey) || altKey) return undefined;
  const pressed = key.toLowerCase();
  if (pressed === 'z') return shiftKey ? 'redo' : 'undo';
  return pressed === 'y' && ctrlKey && !shiftKey ? 'redo' : undefined;
}

// Links are followed by the browser itself.
const isLink = (target) => target.matches?.('#mirror a');
const isText = (target) => target.matches?.('.text');

// send.pointer(event), send.action(action); now() lets it react at once, inside the person's gesture. While the mirror is the
// page itself the pointer and the wheel are the browser's.
export function listenToInput(mirror, { send, now, plain }) {
  const state = {
    last: false, // whether the pointer, not the keyboard, was used last
    pressed: false,
    // True for the click that the browser makes of a press which was forwarded already.
    takeClick(event) {
      const own = state.pressed && event.detail > 0;
      state.pressed = false;
      return own;
    },
  };

  const forward = (kind, event) => {
    send.pointer({ kind, touch: event.pointerType === 'touch', x: event.clientX, y: event.clientY, seconds: seconds() });
  };

  const unlessPlain = (handler) => (event) => plain.on || handler(event);
  const on = (type, handler, options) => document.addEventListener(type, unlessPlain(handler), { capture: true, ...options });

  on('pointermove', (event) => event.isPrimary && forward('move', event));
  on('pointerdown', (event) => {
    state.last = true;
    if (!event.isPrimary || event.button !== 0) return;
    state.pressed = true;
    // What is dragged follows the pointer out of the window; a text field selects by itself.
    if (event.pointerType !== 'touch' && !isText(event.target) && !isLink(event.target)) event.target.setPointerCapture?.(event.pointerId);
    forward('down', event);
  });
  on('pointerup', (event) => {
    if (!event.isPrimary || event.button !== 0) return;
    forward('up', event);
    now();
  });
  on('pointercancel', (event) => event.isPrimary && forward('cancel', event));
  document.documentElement.addEventListener('pointerleave', (event) => forward('leave', event));

  // The focus goes where the press was, in every browser alike; nothing is selected or opened by the browser.
  const pressOn = (target) => {
    const entry = mirror.entryOf(target);
    if (entry) entry.element.focus({ preventScroll: true });
    else document.activeElement?.blur();
  };
  on('mousedown', (event) => {
    if (event.button !== 0 || !mirror.root.parentNode.contains(event.target) || isText(event.target)) return;
    if (event.target.closest(beside)) return;
    event.preventDefault();
    pressOn(event.target);
  });
  on('dragstart', (event) => event.preventDefault());

  let touched;
  on('touchstart', (event) => {
    const [first, second] = event.touches;
    touched = !second && { x: first.clientX, y: first.clientY }; // lifting a finger of two is no tap
    // A range would follow the finger at once, even one that scrolls.
    if (event.target.type === 'range') event.preventDefault();
  }, { passive: false });
  on('touchend', (event) => {
    const { clientX, clientY } = event.changedTouches[0];
    const tap = touched && Math.hypot(clientX - touched.x, clientY - touched.y) < tremble;
    if (event.target.closest?.(beside) || (tap && (isText(event.target) || isLink(event.target)))) return;
    // No mouse events and no click after it: the finger was forwarded.
    if (event.cancelable) event.preventDefault();
    state.pressed = false;
    if (tap) pressOn(event.target);
  }, { passive: false });

  on('wheel', (event) => {
    if (event.ctrlKey) return; // zooms: a chart (later/zoom.mjs), or else the page
    // A field of several lines scrolls by itself while it is edited.
    if (event.target === document.activeElement && event.target.tagName === 'TEXTAREA') return;
    event.preventDefault();
    const unit = [1, wheelLine, innerHeight][event.deltaMode];
    send.pointer({
      kind: 'wheel',
      x: event.clientX,
      y: event.clientY,
      wheelX: event.deltaX * unit,
      wheelY: event.deltaY * unit,
      seconds: seconds(),
    });
  }, { passive: false });

  on('keydown', () => {
    state.last = false;
    state.pressed = false;
  });
  // After the mirror's own handler, so that a field has given up its text before the page hears of Escape.
  document.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const step = stepOf(event);
    if (event.key === 'Escape') send.action({ kind: 'dismiss' });
    else if (step && !isText(event.target)) send.action({ kind: step });
    else return;
    event.preventDefault();
    now();
  });

  return state;
}
