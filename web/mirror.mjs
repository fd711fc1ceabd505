// The semantic mirror: keeps one element for each node that the program drew, in reading order, over the canvas.
import { makeElement, sameForm, sayValue, updateElement } from './mirror_element.mjs';

export class Mirror {
  #root;
  #alert;
  #entries = new Map(); // by node id: { node, element, dirty }
  #ids = new WeakMap(); // by element
  #touched = new Set(); // whose control a person changed since the last frame
  #left = 0; // had the focus when it became unreachable

  constructor(root) {
    this.#root = root;
    this.#alert = document.createElement('p');
    this.#alert.className = 'alert';
    this.#alert.setAttribute('role', 'alert');
    root.append(this.#alert);
  }

  get root() {
    return this.#root;
  }

  // The entry whose element this is: { node, element, dirty }.
  entryOf(element) {
    return this.#entries.get(this.#ids.get(element));
  }

  get focused() {
    return this.entryOf(document.activeElement);
  }

  touch(entry) {
    this.#touched.add(entry);
  }

  // What a frame says of the mirror; see docs/web.md.
  apply({ nodes, order, focus }) {
    const active = document.activeElement;
    const fresh = new Set(nodes.map((node) => node.id));
    for (const node of nodes) this.#put(node);
    if (order) this.#arrange(order);
    for (const node of nodes) {
      const { element, dirty } = this.#entries.get(node.id) ?? {};
      if (element) updateElement(element, node, dirty);
    }
    for (const { node, element, dirty } of this.#touched) {
      if (!fresh.has(node.id)) sayValue(element, node, dirty);
    }
    this.#touched.clear();
    if (nodes.length || order) this.#sayErrors();
    this.#keepFocus(active);
    if (focus !== undefined) this.focus(focus);
  }

  focus(id) {
    this.#entries.get(id)?.element.focus({ preventScroll: true });
  }

  #put(node) {
    const entry = this.#entries.get(node.id);
    if (entry && sameForm(entry.node, node)) {
      const moves = entry.node.parent !== node.parent;
      entry.node = node;
      if (moves) this.#parentOf(node).append(entry.element);
      return;
    }
    entry?.element.remove();
    const element = makeElement(node);
    this.#entries.set(node.id, { node, element, dirty: false });
    this.#ids.set(element, node.id);
  }

  #parentOf(node) {
    return this.#entries.get(node.parent)?.element ?? this.#root;
  }

  #arrange(order) {
    const there = new Set(order);
    for (const [id, { element }] of this.#entries) {
      if (there.has(id)) continue;
      element.remove();
      this.#entries.delete(id);
    }
    const next = new Map(); // by parent: the child before which the next one belongs
    for (const id of order) {
      const { node, element } = this.#entries.get(id);
      const parent = this.#parentOf(node);
      const before = next.has(parent) ? next.get(parent) : parent.firstChild;
      if (before === element) {
        next.set(parent, element.nextSibling);
      } else {
        parent.insertBefore(element, before);
        next.set(parent, before);
      }
    }
  }

  // Moving an element takes the focus from it; making it inert or removing it does so for good, until it can be reached again.
  #keepFocus(active) {
    const had = this.#ids.get(active);
    if (had && (document.activeElement !== active || active.closest('[inert]'))) this.#left = had;
    if (document.activeElement !== document.body || !this.#left) return;
    const entry = this.#entries.get(this.#left);
    if (!entry || entry.element.closest('[inert]')) return;
    this.focus(this.#left);
    this.#left = 0;
  }

  // The person went elsewhere: not into what covers the rest for a while.
  movedFocus(element) {
    if (!element.closest('[role=dialog], [role=menu]')) this.#left = 0;
  }

  // Errors are drawn below their fields and spoken at once.
  #sayErrors() {
    const said = [...this.#entries.values()].filter(({ node }) => node.invalid && node.description);
    // Two fields may be wrong together, for one reason.
    const errors = [...new Set(said.map(({ node }) => node.description))].join(' ');
    if (this.#alert.textContent !== errors) this.#alert.textContent = errors;
  }
}
