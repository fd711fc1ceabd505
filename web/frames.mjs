// Frames on demand: one is drawn only when somebody asked for it.

// The program has dealt with a click after this many frames.
const atOnce = 4;
const quiet = 60; // ms without a frame that count as rest

export class Frames {
  #frame;
  #busy;
  #request = 0;
  #timer = 0;
  #count = 0;

  // frame(drawn) returns in how many seconds the next frame is wanted, 0 for at once, negative for none.
  // busy() says whether something else is still to happen before the page is at rest.
  constructor(frame, busy) {
    this.#frame = frame;
    this.#busy = busy;
    document.addEventListener('visibilitychange', () => {
      // Whoever freezes or ends a hidden tab asks nobody, so what was done is answered, and kept, before.
      if (document.hidden) this.#frame(false);
      if (document.hidden) this.#cancel();
      else this.request();
    });
  }

  // How many were drawn.
  get count() {
    return this.#count;
  }

  request() {
    if (this.#request || document.hidden) return;
    this.#request = requestAnimationFrame(() => this.draw());
  }

  // Lets the program react now, inside the handler of a person's gesture: browsers let only such a handler write to
  // the clipboard. Drawing what came of it can wait for the screen.
  now() {
    for (let i = 0; i < atOnce && this.#frame(false) === 0; i += 1);
    this.request();
  }

  async idle() {
    let since = performance.now();
    while (performance.now() - since < quiet) {
      await new Promise((resolve) => setTimeout(resolve, quiet / 3));
      if (this.#request || this.#timer || this.#busy()) since = performance.now();
    }
  }

  // Also for who cannot wait for the screen.
  draw() {
    this.#cancel();
    this.#count += 1;
    const next = this.#frame(true);
    if (next === 0) this.request();
    else if (next > 0) {
      this.#timer = setTimeout(() => {
        this.#timer = 0;
        this.request();
      }, next * 1000);
    }
  }

  #cancel() {
    cancelAnimationFrame(this.#request);
    clearTimeout(this.#timer);
    this.#request = 0;
    this.#timer = 0;
  }
}
