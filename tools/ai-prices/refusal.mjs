/** What stops a build: where it is, what is wrong, what was expected instead. */
export class Refusal extends Error {
  constructor(where, wrong, expected) {
    super(`${where}: ${wrong}; expected ${expected}`);
    this.name = 'Refusal';
  }
}

export function refuse(where, wrong, expected) {
  throw new Refusal(where, wrong, expected);
}

/** Refuses keys that nobody reads, so that a misspelt one is not passed over. */
export function checkKeys(object, known, where) {
  for (const key of Object.keys(object)) {
    if (!known.includes(key)) refuse(where, `the key '${key}' is not known`, `one of ${known.join(', ')}`);
  }
}
