// The prices of platforms that the first frame does without: each is a file of its own, fetched when it is wanted.

export class Platforms {
  #program;
  #coming = new Map();

  constructor(program) {
    this.#program = program;
  }

  get pending() {
    return this.#coming.size > 0;
  }

  // Adds it to the program, which is told where that fails. Asked again meanwhile, it is fetched once.
  add(id) {
    if (!this.#coming.has(id)) this.#coming.set(id, this.#fetch(id).finally(() => this.#coming.delete(id)));
    return this.#coming.get(id);
  }

  async #fetch(id) {
    try {
      const response = await fetch(`later/platforms/${encodeURIComponent(id)}.json`);
      if (!response.ok) throw new Error(`the server answered ${response.status}`);
      this.#program.platform(id, new Uint8Array(await response.arrayBuffer()));
    } catch {
      this.#program.noPlatform(id);
    }
  }

  // All that these fragments name; at once where nothing is lacking.
  addNamedIn(...fragments) {
    const ids = new Set(fragments.flatMap((fragment) => this.#program.needs(fragment)));
    return ids.size > 0 ? Promise.all([...ids].map((id) => this.add(id))) : undefined;
  }
}
