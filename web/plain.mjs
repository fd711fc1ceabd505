// Whether the mirror is the page itself: on the screen while nothing can be drawn, and on paper always.
export class Plain {
  #sheet = document.createElement('link');
  #on = false;

  constructor() {
    Object.assign(this.#sheet, { rel: 'stylesheet', href: 'later/plain.css', media: 'print' });
  }

  get on() {
    return this.#on;
  }

  set on(on) {
    this.#on = on;
    this.#sheet.media = on ? 'all' : 'print';
    this.come();
  }

  // The sheet is fetched when it is wanted, or after the first frame.
  come() {
    if (!this.#sheet.isConnected) document.head.append(this.#sheet);
  }
}
