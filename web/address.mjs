// The address bar holds the calculation. Browsers refuse after some hundred writes in half a minute, so they are spaced.
const pause = 350; // ms: at most 86 in 30 s

export class Address {
  #current = location.hash.slice(1);
  #pending;
  #timer = 0;
  #writtenAt = -pause;

  // onOutside(): another fragment came from outside: Back, Forward, a link, typing.
  constructor(onOutside) {
    const look = () => {
      if (this.fragment === this.#current) return;
      this.#current = this.fragment;
      this.#pending = undefined;
      onOutside();
    };
    addEventListener('popstate', look);
    addEventListener('hashchange', look);
    addEventListener('pagehide', () => this.#write());
    document.addEventListener('visibilitychange', () => document.hidden && this.#write());
  }

  get fragment() {
    return location.hash.slice(1);
  }

  // All before the fragment, for links that are copied.
  get base() {
    return `${location.href.split('#')[0]}#`;
  }

  get pending() {
    return this.#pending !== undefined;
  }

  // As an entry of its own in the browser's history, or in place of the last.
  put(fragment, entry) {
    this.#pending = { fragment, entry: entry || this.#pending?.entry };
    const wait = this.#writtenAt + pause - performance.now();
    if (wait <= 0 || document.hidden) this.#write();
    else this.#timer ||= setTimeout(() => this.#write(), wait);
  }

  // To another calculation, as a link would.
  go(fragment) {
    this.#pending = undefined;
    location.hash = fragment;
  }

  #write() {
    clearTimeout(this.#timer);
    this.#timer = 0;
    if (!this.#pending) return;
    const { fragment, entry } = this.#pending;
    this.#pending = undefined;
    this.#writtenAt = performance.now();
    const url = fragment ? `#${fragment}` : location.pathname + location.search;
    history[entry ? 'pushState' : 'replaceState'](null, '', url);
    this.#current = this.fragment;
  }
}
