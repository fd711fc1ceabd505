import { percent, table, verdict, whole } from './words.mjs';

const budget = 286_720;
const aim = 245_760;

export const title = 'Weight';

export function text({ page, parts, demo, jsimgui }) {
  const beside = (name, bytes) => [name, whole(bytes.raw), whole(bytes.gzip), whole(bytes.brotli), percent(page.brotli / bytes.brotli)];
  const under = page.brotli < demo.brotli && page.brotli < jsimgui.minified.brotli && page.gzip < demo.gzip && page.gzip < jsimgui.minified.gzip;
  return `All that is fetched before the first usable frame, in bytes: gzip at level 9, brotli at level 11. \`tools/budget.mjs\` says which files that
are. The demo is Dear ImGui's own example for GLFW and OpenGL of the same source package, built by its own makefile's flags (\`-Os\`,
\`ALLOW_MEMORY_GROWTH\`, \`ASSERTIONS=1\`, no file system; \`tools/bench/stock-demo\` says what had to differ); it brings one font and no catalogue.
jsimgui ${jsimgui.version} is its \`imgui.js\` and \`loader.js\`, the smallest that draws a window, without a page that uses them.

${table(
    ['', 'raw', 'gzip', 'brotli', 'Tollmeter is, in brotli'],
    [
      beside('Tollmeter', page),
      beside("Dear ImGui's own demo", demo),
      beside('of it index.wasm alone', demo.program),
      beside('jsimgui, as published', jsimgui.published),
      beside('jsimgui, minified', jsimgui.minified),
    ],
  )}

- At most ${whole(budget)} bytes of brotli (280 KB): ${verdict(page.brotli <= budget)}, ${whole(budget - page.brotli)} left. The aim is ${whole(aim)} (240 KB): ${verdict(page.brotli <= aim)}${page.brotli > aim ? `, ${whole(page.brotli - aim)} above` : ''}.
- Less than both of the others, in gzip and in brotli: ${verdict(under)}.

What the bytes are. The program's compressed bytes are shared out by what each part comes to when it is compressed alone.

${table(
    ['', 'raw', 'gzip', 'brotli', 'share of brotli'],
    parts.map(({ name, raw, gzip, brotli }) => [name, whole(raw), whole(gzip), whole(brotli), percent(brotli / page.brotli)]),
  )}`;
}
