// What the first frame does without: the list of all platforms, and the prices of those that are opened, each a file.

export class Platforms {
  #program;
  #later;
  #coming = new Map();

  constructor(program, later) {
    this.#program = program;
    this.#later = later;
  }

  get pending() {
    return this.#coming.size > 0;
  }

  addIndex() {
    // Only the program's second part reads which platforms can do the same.
    const get = () => Promise.all([this.#fetch('later/index.json'), this.#later.come()]).then(([bytes]) => this.#program.index(bytes));
    return this.#once('', get);
  }

  // Adds a platform to the program, which is told where that fails; then the result is why, a status where the server answered with one.
  // Asked again meanwhile, it is fetched once.
  add(id) {
    const path = `later/platforms/${encodeURIComponent(id)}.json`;
    // Only the program's second part knows the limits of all platforms.
    const get = () => Promise.all([this.#fetch(path), this.#later.come()]).then(([bytes]) => this.#program.platform(bytes));
    return this.#once(id, get);
  }

  // All that these fragments name; at once where nothing is lacking.
  addNamedIn(...fragments) {
    const ids = new Set(fragments.filter(Boolean).flatMap((fragment) => this.#program.needs(fragment)));
    return ids.size > 0 ? Promise.all([...ids].map((id) => this.add(id))) : undefined;
  }

  async #fetch(path) {
    const response = await fetch(path);
    if (!response.ok) throw response.status;
    return new Uint8Array(await response.arrayBuffer());
  }

  #once(id, get) {
    if (!this.#coming.has(id)) {
      const coming = get().catch((reason) => (this.#program.noPlatform(id), reason));
      this.#coming.set(id, coming.finally(() => this.#coming.delete(id)));
    }
    return this.#coming.get(id);
  }
}
