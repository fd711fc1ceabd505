// HTML as a tagged template: whatever is put in is text, unless it is HTML already.

class Html {
  constructor(text) {
    this.text = text;
  }
  toString() {
    return this.text;
  }
}

const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text) => String(text).replace(/[&<>"']/g, (sign) => entities[sign]);

function put(value) {
  if (value === undefined || value === null || value === false || value === '') return '';
  if (Array.isArray(value)) return value.map(put).join('');
  return value instanceof Html ? value.text : escaped(value);
}

export function html(pieces, ...values) {
  return new Html(pieces.reduce((all, piece, i) => all + put(values[i - 1]) + piece));
}
