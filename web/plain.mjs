// Whether the mirror is the page itself: on paper always, and on the screen while nothing can be drawn, or what is drawn would not do:
// colours of the person's own, which the browser gives to elements only, and text too large for a layout of 320 pixels.
import { integrityOf } from './integrity.mjs';
import { forcedColors, textScale } from './surroundings.mjs';

export class Plain {
  #sheet = document.createElement('link');
  lost = false; // nothing can be drawn

  constructor() {
    const href = 'later/plain.css';
    Object.assign(this.#sheet, { rel: 'stylesheet', href, integrity: integrityOf(href), media: 'print' });
  }

  get on() {
    return this.lost || forcedColors() || textScale() > Math.max(1, innerWidth / 320);
  }

  // To be called before each frame.
  look() {
    const media = this.on ? 'all' : 'print';
    if (this.#sheet.media !== media) this.#sheet.media = media;
    document.documentElement.classList.toggle('plain', this.on);
    if (this.on) this.come();
  }

  // The sheet is fetched when it is wanted, or after the first frame.
  come() {
    if (!this.#sheet.isConnected) document.head.append(this.#sheet);
  }
}
