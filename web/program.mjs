// The program's functions as the page calls them. The one user of `seam` (src/web/seam.js).

// In the order of src/ui/host.h and src/ui/semantics.h.
const pointerKinds = ['move', 'down', 'up', 'cancel', 'leave', 'wheel', 'zoom'];
const actionKinds = ['press', 'text', 'commit', 'number', 'choose', 'focus', 'blur', 'dismiss', 'undo', 'redo'];
const weights = ['regular', 'semibold'];

const flag = { dark: 1, lessMotion: 2, coarse: 4, embedded: 8, moreContrast: 16 };

export class Program {
  #seam;
  #onEnd;
  #ended = false;

  // onEnd(sentence) is called once if the program cannot go on.
  constructor(seam, onEnd) {
    this.#seam = seam;
    this.#onEnd = onEnd;
  }

  get ended() {
    return this.#ended;
  }

  start({ fonts, catalog, language, today }) {
    weights.forEach((weight, index) => this.call('font', [index], fonts[weight]));
    this.call('catalog', [], catalog);
    this.language(language);
    this.call('start', [today]);
  }

  // Ids of the platforms whose files must be added before a fragment is opened.
  needs(fragment) {
    return (this.call('needs', [], fragment) ?? '').split('\n').filter(Boolean);
  }

  // The catalogue's index, or a platform's file; throws the sentence that says what is wrong with it.
  index(bytes) {
    this.#seam.put(bytes);
    this.#seam.call('index', []);
  }

  platform(bytes) {
    this.#seam.put(bytes);
    this.#seam.call('platform', []);
  }

  file(name, bytes) {
    const head = new TextEncoder().encode(`${name.replaceAll('\n', ' ')}\n`);
    const all = new Uint8Array(head.length + bytes.length);
    all.set(head);
    all.set(bytes, head.length);
    this.call('file', [], all);
  }

  // Without an id it is the index that could not be had.
  noPlatform(id) {
    this.call('no_platform', [], id);
  }

  open({ base, fragment, kept }) {
    const line = (text) => text.replaceAll('\n', '');
    this.call('open', [], `${line(base)}\n${line(fragment)}\n${line(kept)}\n`);
  }

  saved(json, refused = false) {
    this.call('saved', [refused ? 1 : 0], json);
  }

  // The file of a language; none: English.
  language(bytes) {
    this.call('language', [], bytes ?? '');
  }

  theme(choice) {
    this.call('theme', [choice]);
  }

  pointer({ kind, touch, x, y, wheelX = 0, wheelY = 0, seconds, zoom = 0 }) {
    this.call('pointer', [pointerKinds.indexOf(kind), touch ? 1 : 0, x, y, wheelX, wheelY, seconds, zoom]);
  }

  action({ kind, id = 0, number = 0, text = '' }) {
    this.call('action', [actionKinds.indexOf(kind), id, number], text);
  }

  contextLost() {
    this.call('context_lost', []);
  }

  contextRestored() {
    this.call('context_restored', []);
  }

  // What the page is to do (docs/web.md), or nothing if the program has ended.
  frame({ drawn, width, height, density, keyboardInset, today, seconds, now, ...environment }) {
    const flags = Object.keys(flag).reduce((bits, name) => bits | (environment[name] ? flag[name] : 0), 0);
    const reply = this.call('frame', [drawn ? 1 : 0, width, height, density, keyboardInset, flags, today, seconds, now]);
    return reply && JSON.parse(reply);
  }

  end(sentence) {
    if (this.#ended) return;
    this.#ended = true;
    this.#onEnd(sentence);
  }

  // For what is not of the first frame, as all above; docs/web.md names the functions.
  call(name, values, content = '') {
    if (this.#ended) return undefined;
    try {
      this.#seam.put(content);
      return this.#seam.call(name, values);
    } catch (error) {
      // A trap of the program is a fault of its own; anything else is the sentence that it refused with.
      const fault = error instanceof WebAssembly.RuntimeError || error instanceof RangeError;
      this.end(fault ? undefined : error.message);
      return undefined;
    }
  }
}
