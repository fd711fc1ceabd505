// The pointer, the wheel and the keys that belong to the whole page, told to the program.
import { seconds } from './surroundings.mjs';

const wheelLine = 18; // CSS pixels
const tremble = 8; // CSS pixels that a finger may move and still tap

const isText = (target) => target instanceof HTMLInputElement && target.type === 'text';

// send.pointer(event), send.action(action); now() lets it react at once, inside the person's gesture.
export function listenToInput(mirror, { send, now }) {
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

  const on = (type, handler, options) => document.addEventListener(type, handler, { capture: true, ...options });

  on('pointermove', (event) => event.isPrimary && forward('move', event));
  on('pointerdown', (event) => {
    state.last = true;
    if (!event.isPrimary || event.button !== 0) return;
    state.pressed = true;
    // What is dragged follows the pointer out of the window; a text field selects by itself.
    if (event.pointerType !== 'touch' && !isText(event.target)) event.target.setPointerCapture?.(event.pointerId);
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
    if (event.target.closest('#notice')) return;
    event.preventDefault();
    pressOn(event.target);
  });
  on('dragstart', (event) => event.preventDefault());

  let touched;
  on('touchstart', (event) => {
    const [first] = event.touches;
    touched = { x: first.clientX, y: first.clientY };
    // A range would follow the finger at once, even one that scrolls.
    if (event.target.type === 'range') event.preventDefault();
  }, { passive: false });
  on('touchend', (event) => {
    const { clientX, clientY } = event.changedTouches[0];
    const tap = touched && Math.hypot(clientX - touched.x, clientY - touched.y) < tremble;
    if (event.target.closest?.('#notice') || (tap && isText(event.target))) return;
    // No mouse events and no click after it: the finger was forwarded.
    if (event.cancelable) event.preventDefault();
    state.pressed = false;
    if (tap) pressOn(event.target);
  }, { passive: false });

  on('wheel', (event) => {
    if (event.ctrlKey) return; // the browser's zoom
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
    const undo = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'z';
    if (event.key === 'Escape') send.action({ kind: 'dismiss' });
    else if (undo && !isText(event.target)) send.action({ kind: 'undo' });
    else return;
    event.preventDefault();
    now();
  });

  return state;
}
