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
    // Zooming can leave the number of device pixels as it is.
    addEventListener('resize', onChange);
  }

  // Makes the drawing buffer fit; to be called right before drawing, since it empties the canvas.
  fit() {
    if (this.#element.width !== this.#width) this.#element.width = this.#width;
    if (this.#element.height !== this.#height) this.#element.height = this.#height;
    return { width: this.#width, height: this.#height, density: devicePixelRatio };
  }

  onContext(lost, restored) {
    this.#element.addEventListener('webglcontextlost', (event) => {
      event.preventDefault(); // or the browser would not give it back
      lost();
    });
    this.#element.addEventListener('webglcontextrestored', restored);
  }

  #observe() {
    const observer = new ResizeObserver(([entry]) => {
      const [exact] = entry.devicePixelContentBoxSize ?? [];
      this.#set(
        exact?.inlineSize ?? entry.contentRect.width * devicePixelRatio,
        exact?.blockSize ?? entry.contentRect.height * devicePixelRatio,
      );
    });
    const { width, height } = this.#element.getBoundingClientRect();
    this.#set(width * devicePixelRatio, height * devicePixelRatio);
    try {
      observer.observe(this.#element, { box: 'device-pixel-content-box' });
    } catch {
      // Safari knows no such box and rounds as we do.
      observer.observe(this.#element);
      addEventListener('resize', () => {
        const now = this.#element.getBoundingClientRect();
        this.#set(now.width * devicePixelRatio, now.height * devicePixelRatio);
      });
    }
  }

  #set(width, height) {
    this.#width = Math.max(1, Math.round(width));
    this.#height = Math.max(1, Math.round(height));
    this.#onChange();
  }

  #watchDensity() {
    matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener(
      'change',
      () => {
        this.#onChange();
        this.#watchDensity();
      },
      { once: true },
    );
  }
}
