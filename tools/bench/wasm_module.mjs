// What a WebAssembly module is made of: its sections, and its functions by name.

const kinds = ['custom', 'type', 'import', 'function', 'table', 'memory', 'global', 'export', 'start', 'element', 'code', 'data', 'count'];
const functionImport = 0;
const functionNames = 1; // the part of the section "name"

class Reader {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }

  get left() {
    return this.bytes.length - this.at;
  }

  // LEB128
  number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.bytes[this.at++];
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  }

  take(length) {
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  text() {
    return Buffer.from(this.take(this.number())).toString();
  }
}

export function sectionsOf(bytes) {
  const reader = new Reader(bytes);
  reader.take(8); // magic and version
  const sections = [];
  while (reader.left) {
    const kind = kinds[reader.number()];
    const content = reader.take(reader.number());
    const named = kind === 'custom' ? new Reader(content) : undefined;
    sections.push({ kind, name: named?.text(), content: named ? named.take(named.left) : content });
  }
  return sections;
}

function importedFunctions(content) {
  const reader = new Reader(content);
  const limits = () => {
    const bounded = reader.number() & 1;
    reader.number();
    if (bounded) reader.number();
  };
  // What stands after the kind of an import: of a function, a table, a memory, a global.
  const skip = [() => reader.number(), () => (reader.number(), limits()), limits, () => reader.take(2)];
  let functions = 0;
  for (let left = reader.number(); left; left -= 1) {
    reader.text();
    reader.text();
    const kind = reader.number();
    if (kind === functionImport) functions += 1;
    skip[kind]();
  }
  return functions;
}

function namesOf(content) {
  const reader = new Reader(content);
  const names = new Map();
  while (reader.left) {
    const part = reader.number();
    const inside = new Reader(reader.take(reader.number()));
    if (part !== functionNames) continue;
    for (let left = inside.number(); left; left -= 1) names.set(inside.number(), inside.text());
  }
  return names;
}

// [{name, code}] of the functions that the module holds itself.
export function functionsOf(sections) {
  const find = (kind, name) => sections.find((section) => section.kind === kind && section.name === name)?.content;
  const names = namesOf(find('custom', 'name'));
  const first = importedFunctions(find('import'));
  const reader = new Reader(find('code'));
  return Array.from({ length: reader.number() }, (_, i) => ({ name: names.get(first + i), code: reader.take(reader.number()) }));
}
