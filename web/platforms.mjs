// What the first frame does without: the list of all platforms, and the prices of those that are opened, each a file.
import { fileOf, Unlisted } from './integrity.mjs';

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
    return this.#once('', 'later/index.json', (bytes) => this.#program.index(bytes));
  }

  // Adds a platform to the program, which is told where that fails. Answers whether it fails though there is such a platform. Asked
  // again meanwhile, it is fetched once.
  add(id) {
    return this.#once(id, `later/platforms/${encodeURIComponent(id)}.json`, (bytes) => this.#program.platform(bytes));
  }

  // All that these fragments name; at once where nothing is lacking. Answers as `add` where it does for any.
  addNamedIn(...fragments) {
    const ids = new Set(fragments.filter(Boolean).flatMap((fragment) => this.#program.needs(fragment)));
    return ids.size > 0 && Promise.all([...ids].map((id) => this.add(id))).then((failed) => failed.includes(true));
  }

  // Only the program's second part knows the limits of all platforms, and reads which can do the same.
  async #get(path, read) {
    const [bytes] = await Promise.all([fileOf(path), this.#later.come()]);
    read(bytes);
  }

  #once(id, path, read) {
    if (!this.#coming.has(id)) {
      const coming = this.#get(path, read).catch((error) => (this.#program.noPlatform(id), !(error instanceof Unlisted)));
      this.#coming.set(id, coming.finally(() => this.#coming.delete(id)));
    }
    return this.#coming.get(id);
  }
}
