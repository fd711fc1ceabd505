// The program's second part (cmake/Later.cmake): it comes after the first frame, or at once when something calls into it.

import { fileOf, Mismatch } from './integrity.mjs';
import { tr } from './language.mjs';
import { sentence } from './load.mjs';

const path = 'later/later.wasm';
export const missing = () =>
  tr('A part of Tollmeter could not be loaded. Is there a network? Reload the page to go on: the address still holds your calculation.');

export class Later {
  #first; // the exports of the first part
  #joinable;
  #hasFirst = new Promise((resolve) => (this.#joinable = resolve));
  #coming;
  #pending = false;
  #there = false;
  #refused; // what it is refused with, which a load that cannot wait must not get round
  #onMismatch;

  // onMismatch(sentence): it is of another version.
  constructor(onMismatch) {
    this.#onMismatch = onMismatch;
  }

  // What the first part imports in place of the second part's functions, each named by its place in the table of functions:
  // called, it gets the second part, which puts its own functions into these places.
  imports = new Proxy({}, {
    get: (_, place) => (...values) => {
      this.#comeNow();
      return this.#exported(WebAssembly.Table).get(Number(place))(...values);
    },
  });

  set first(exports) {
    this.#first = exports;
    this.#joinable();
  }

  get pending() {
    return this.#pending && !this.#there;
  }

  // Kept when it is there, and also when it cannot be had: then it is asked for again when something calls into it.
  come() {
    this.#coming ??= this.#fetch().catch((error) => this.#refuse(error)).finally(() => (this.#pending = false));
    return this.#coming;
  }

  async #fetch() {
    this.#pending = true;
    const module = await fileOf(path);
    await this.#hasFirst;
    if (!this.#there) await WebAssembly.instantiate(module, { first: this.#first });
    this.#there = true;
  }

  #refuse(error) {
    if (!(error instanceof Mismatch)) return;
    this.#refused = sentence(path, error);
    this.#onMismatch(this.#refused);
  }

  // A call cannot wait, so the browser must. It hashes nothing meanwhile: what has come so is judged when the load that waited is
  // there.
  #comeNow() {
    if (this.#refused) throw new Error(this.#refused);
    try {
      const request = new XMLHttpRequest();
      request.open('GET', path, false);
      request.overrideMimeType('text/plain; charset=x-user-defined'); // a character for each byte
      request.send();
      if (request.status !== 200) throw new Error(missing());
      const module = new WebAssembly.Module(Uint8Array.from(request.responseText, (c) => c.charCodeAt(0)));
      new WebAssembly.Instance(module, { first: this.#first });
      this.#there = true;
    } catch {
      throw new Error(missing());
    }
  }

  // Asked of a program that has stopped: whether the browser gives it no more memory.
  get outOfMemory() {
    try {
      return this.#exported(WebAssembly.Memory).grow(16) < 0;
    } catch {
      return true;
    }
  }

  #exported(kind) {
    return Object.values(this.#first).find((value) => value instanceof kind);
  }
}
