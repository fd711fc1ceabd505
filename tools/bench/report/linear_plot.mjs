// The plot of how an estimate's time grows: platforms to the right, milliseconds upwards, and the line through nothing and ten.

const width = 640;
const height = 320;
const edge = { left: 60, right: 150, top: 20, bottom: 44 };
// Grey and two colours that can be read on white and on black.
const grey = '#808080';
const series = [
  { key: 'every', name: 'every plan', colour: '#2f7de1' },
  { key: 'chosen', name: 'as chosen', colour: '#d9730d' },
];

// 1, 2 or 5 times a power of ten, so that there are about five.
function step(most) {
  const rough = most / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  return power * [1, 2, 5, 10].find((factor) => factor * power >= rough);
}

const text = (x, y, anchor, words) => `<text x="${x}" y="${y}" text-anchor="${anchor}">${words}</text>`;

export function linearPlot(estimates) {
  const rows = estimates.filter(({ of }) => of === 'even traffic');
  const milliseconds = (row, key) => row[key].wasm.median / 1e6;
  const most = Math.max(...rows.flatMap((row) => series.map(({ key }) => milliseconds(row, key))));
  const widest = Math.max(...rows.map(({ platforms }) => platforms));
  const x = (platforms) => Math.round(edge.left + (platforms / widest) * (width - edge.left - edge.right));
  const y = (value) => Math.round(height - edge.bottom - (value / most) * (height - edge.top - edge.bottom));
  const parts = [];
  for (let value = 0; value <= most; value += step(most)) {
    parts.push(`<path d="M${edge.left} ${y(value)}H${width - edge.right}" stroke="${grey}" stroke-opacity=".3"/>`);
    parts.push(text(edge.left - 8, y(value) + 4, 'end', Number(value.toPrecision(3))));
  }
  for (const platforms of [0, 20, 50, 100]) parts.push(text(x(platforms), height - edge.bottom + 18, 'middle', platforms));
  parts.push(text(x(widest / 2), height - 6, 'middle', 'platforms'), text(edge.left - 8, 12, 'end', 'ms'));
  for (const { key, name, colour } of series) {
    const ten = milliseconds(rows.find(({ platforms }) => platforms === 10), key);
    const end = milliseconds(rows.at(-1), key);
    parts.push(`<path d="M${x(0)} ${y(0)}L${x(widest)} ${y((ten * widest) / 10)}" stroke="${colour}" stroke-dasharray="4 4" fill="none"/>`);
    for (const row of rows) parts.push(`<circle cx="${x(row.platforms)}" cy="${y(milliseconds(row, key))}" r="4" fill="${colour}"/>`);
    parts.push(`<text x="${x(widest) + 12}" y="${y(end) + 4}" fill="${colour}">${name}</text>`);
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="13" fill="${grey}" role="img">
<title>Time of one estimate in wasm over the number of platforms; dashed: in proportion to ten</title>
${parts.join('\n')}
</svg>
`;
}
