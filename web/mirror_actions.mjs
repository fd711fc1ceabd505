// What a person does to the mirror's elements, by keyboard or assistive technology, told to the program.
// The pointer is none of its business: input.mjs gives that to what is drawn.
import { isPressed, isText } from './mirror_element.mjs';

const keySteps = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 10, PageDown: -10 };
const keyEnds = { Home: 0, End: 1 };

// send(action) tells the program; now() lets it react at once, inside the person's gesture; pointer is input.mjs's.
export function listenToMirror(mirror, { send, now, pointer }) {
  const { root } = mirror;
  let told = 0; // the node that the program takes to have the focus
  let pressedOn = 0; // 1 where a press with the pointer brought it there

  const tellFocus = (entry, byPointer = 0) => {
    told = entry.node.id;
    pressedOn = byPointer;
    send({ kind: 'focus', id: told, number: byPointer });
  };

  const commit = (entry) => {
    if (!entry.dirty) return;
    entry.dirty = false;
    mirror.touch(entry);
    send({ kind: 'commit', id: entry.node.id, text: entry.element.value });
  };

  root.addEventListener('focusin', ({ target }) => {
    const entry = mirror.entryOf(target);
    if (!entry) return;
    mirror.movedFocus(target);
    tellFocus(entry, !isText(entry.node) && pointer.last ? 1 : 0);
  });

  root.addEventListener('focusout', ({ target }) => {
    const entry = mirror.entryOf(target);
    if (!entry) return;
    commit(entry);
    if (told !== entry.node.id) return;
    told = 0;
    send({ kind: 'blur', id: entry.node.id });
  });

  root.addEventListener('click', (event) => {
    const entry = mirror.entryOf(event.target);
    // The pointer's own click was forwarded as its press and release.
    if (!entry || pointer.takeClick(event) || !isPressed(entry.node) || entry.node.disabled) return;
    send({ kind: 'press', id: entry.node.id });
    now();
  });

  root.addEventListener('input', ({ target, inputType, data }) => {
    const entry = mirror.entryOf(target);
    if (!entry || entry.node.disabled) return;
    if (isText(entry.node)) {
      // What is pasted is meant whole, and the program may give it back otherwise; what is typed stays as it is meanwhile.
      entry.dirty = entry.node.role === 'textbox' || !(data?.length > 1 || inputType?.startsWith('insertFrom'));
      send({ kind: 'text', id: entry.node.id, text: target.value });
    } else if (entry.node.role === 'slider') {
      mirror.touch(entry);
      send({ kind: 'number', id: entry.node.id, number: Number(target.value) });
    }
  });

  root.addEventListener('change', ({ target }) => {
    const entry = mirror.entryOf(target);
    if (entry?.node.role !== 'combobox' || entry.node.disabled) return;
    mirror.touch(entry);
    send({ kind: 'choose', id: entry.node.id, number: target.selectedIndex });
    now();
  });

  const slide = (entry, key) => {
    const { id, number, step, stops } = entry.node;
    const by = keySteps[key];
    const stop = stops?.[(Math.abs(by) > 1 ? 2 : 0) + (by > 0 ? 1 : 0)];
    const wanted = keyEnds[key] ?? stop ?? number + by * step;
    mirror.touch(entry);
    send({ kind: 'number', id, number: Math.min(1, Math.max(0, wanted)) });
    now();
  };

  root.addEventListener('keydown', (event) => {
    const entry = mirror.entryOf(event.target);
    if (!entry || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const { role } = entry.node;
    // Whoever takes to the keyboard sees where it is.
    if (told !== entry.node.id || pressedOn) tellFocus(entry);
    if (role === 'slider' && !entry.node.disabled && (event.key in keySteps || event.key in keyEnds)) {
      event.preventDefault();
      slide(entry, event.key);
    } else if (role === 'textbox' && event.key === 'Enter') {
      // Entered again, the same text is meant again.
      entry.dirty = true;
      commit(entry);
      now();
    } else if (isText(entry.node) && event.key === 'Escape') {
      entry.dirty = false;
      mirror.touch(entry);
    }
  });

  // An element that is removed or made inert tells no browser reliably that it lost the focus.
  return function checkFocus() {
    if (!told || mirror.focused?.node.id === told) return;
    send({ kind: 'blur', id: told });
    told = 0;
  };
}
