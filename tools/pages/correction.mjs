// "Wrong? Correct it": a new issue in which everything is filled in but what is right. src/core/correction.cpp writes the same address
// for the same figure; tests/pages/corrections.test.mjs holds them against each other.

// GitHub refuses addresses of more than some 8,000 characters; those beyond the Latin ones take nine of them each.
const mostAddress = 8000;

// In characters, not in the two halves that JavaScript has of some.
function short(text, most) {
  const characters = [...text];
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : text;
}

function addressOf(repository, { what, place, says, valid, source }, most) {
  const cut = (text) => short(text, most);
  const body = [
    `${cut(what)} (${cut(place)})`,
    `The page says: ${cut(says)}; ${cut(valid)}`,
    `Its source: ${cut(source)}`,
    '',
    'What is right, and since when:',
    'Where it can be read:',
  ].join('\n');
  return `${repository}/issues/new?${new URLSearchParams({ title: `Wrong figure: ${cut(what)}`, body })}`;
}

/** `figure`: platform, plan, name, place, says, valid, source. */
export function correctionUrl(repository, { platform, plan, name, ...said }) {
  const figure = { what: [platform, plan, name].filter(Boolean).join(', '), ...said };
  const address = addressOf(repository, figure, 300);
  return address.length <= mostAddress ? address : addressOf(repository, figure, 100);
}
