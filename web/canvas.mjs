// The canvas: as many pixels as the screen has there, and what happens when its context is lost.

export class Canvas {
  #element;
  #width = 1;
  #height = 1;
  #onChange;

  constructor(element, onChange) {
    this.#element = element;
    this.#onChange = onChange;
    this.#observe();
    this.#watchDensity();
  }

  // In device pixels.
  get size() {
    return { width: this.#width, height: this.#height, density: devicePixelRatio };
  }

  // Makes the drawing buffer fit; to be called right before drawing, since it empties the canvas.
  fit() {
    if (this.#element.width !== this.#width) this.#element.width = this.#width;
    if (this.#element.height !== this.#height) this.#element.height = this.#height;
    return this.size;
  }

  onContext(lost, restored) {
    this.#element.addEventListener('webglcontextlost', (event) => {
      event.preventDefault(); // or the browser would not give it back
      lost();
    });
    this.#element.addEventListener('webglcontextrestored', restored);
  }

  #observe() {
    const observer = new ResizeObserver(([entry]) => this.#set(entry.devicePixelContentBoxSize?.[0]));
    try {
      observer.observe(this.#element, { box: 'device-pixel-content-box' });
    } catch {
      observer.observe(this.#element); // Safari knows no such box
    }
    // The observer speaks after layout, too late for the first frame.
    this.#set();
    // Zooming can leave the box as it is.
    addEventListener('resize', () => this.#set());
  }

  // `exact` is the box in device pixels, where the browser tells it.
  #set(exact) {
    const box = this.#element.getBoundingClientRect();
    const pixels = (length, exactly) => {
      const rounded = Math.round(length * devicePixelRatio);
      // It differs by rounding only; a browser that plays another density tells the box of the real one.
      return Math.max(1, Math.abs(exactly - rounded) <= 1 ? exactly : rounded);
    };
    this.#width = pixels(box.width, exact?.inlineSize);
    this.#height = pixels(box.height, exact?.blockSize);
    this.#onChange();
  }

  #watchDensity() {
    matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener(
      'change',
      () => {
        this.#set();
        this.#watchDensity();
      },
      { once: true },
    );
  }
}
