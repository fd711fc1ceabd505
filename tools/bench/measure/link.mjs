// How often a second a link is written and opened, and how long the links of the ready-made calculations are.
import { compareBuilds } from '../programs.mjs';
import { writeResult } from '../result.mjs';

await writeResult('link', { links: compareBuilds('bench_links', ['encode', 'decode'], 5) });
