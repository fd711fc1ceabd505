// "Wrong? Correct it": a new issue in which everything is filled in but what is right.

// GitHub refuses addresses of more than some 8,000 characters.
const most = 300;
const short = (text) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

/** `figure`: platform, plan, name, says, valid, source. */
export function correctionUrl(repository, figure) {
  const what = [figure.platform, figure.plan, figure.name].filter(Boolean).join(', ');
  const body = [
    `${short(what)} (${figure.place})`,
    `The page says: ${short(figure.says)}; ${figure.valid}`,
    `Its source: ${figure.source}`,
    '',
    'What is right, and since when:',
    'Where it can be read:',
  ].join('\n');
  return `${repository}/issues/new?${new URLSearchParams({ title: `Wrong figure: ${short(what)}`, body })}`;
}
