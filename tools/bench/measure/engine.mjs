// Full estimates, the limits of a month and the solvers, natively and in wasm; and prices of AI calls beside another library's.
import { compareCalls } from '../ai_calls.mjs';
import { compareBuilds } from '../programs.mjs';
import { writeResult } from '../result.mjs';

await writeResult('engine', {
  estimates: compareBuilds('bench_engine', ['chosen', 'fits', 'every'], 7),
  limits: compareBuilds('bench_limits', ['slowest'], 3),
  solvers: compareBuilds('bench_solvers', ['longest', 'all'], 3),
  calls: await compareCalls(),
});
