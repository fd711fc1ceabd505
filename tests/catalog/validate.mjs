// Checks assets/catalog/*.json against assets/catalog/schema.json, and that the schema refuses what it should.
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv/dist/2020.js';

const folder = join(dirname(fileURLToPath(import.meta.url)), '../../assets/catalog');
const load = (file) => JSON.parse(readFileSync(join(folder, file), 'utf8'));

const ajv = new Ajv({ allErrors: true, strict: true, strictRequired: false, strictTypes: false });
const schema = load('schema.json');
ajv.addSchema(schema, 'catalog');
const platform = ajv.getSchema('catalog');
const common = ajv.getSchema('catalog#/$defs/common');

let passed = 0;
let failed = 0;
function check(name, ok, detail = '') {
  if (ok) passed += 1;
  else failed += 1;
  if (!ok) console.log(`FAIL ${name}${detail && `\n  ${detail}`}`);
}
const problems = (validator) =>
  (validator.errors ?? []).map((e) => `${e.instancePath || '/'} ${e.message}`).slice(0, 8).join('\n  ');

const jobs = ajv.getSchema('catalog#/$defs/jobs');
const jobTable = JSON.parse(readFileSync(join(folder, '../jobs.json'), 'utf8'));

const platformFiles = readdirSync(folder).filter(
  (file) => file.endsWith('.json') && !['schema.json', 'common.json'].includes(file),
);
check('common.json', common(load('common.json')), problems(common));
for (const file of platformFiles) check(file, platform(load(file)), problems(platform));
check('jobs.json', jobs(jobTable), problems(jobs));
const replies = ajv.getSchema('catalog#/$defs/replies');
const replyTable = JSON.parse(readFileSync(join(folder, '../replies.json'), 'utf8'));
check('replies.json', replies(replyTable), problems(replies));
for (const [name, change] of Object.entries({
  'a pattern with capitals, which nothing matches': (t) => (t.fields[0].like = 'RateLimit'),
  'a field without a source': (t) => delete t.fields[0].source,
  'a value that nobody reads': (t) => (t.fields[0].says = 'colour'),
  'seconds as a number': (t) => (t.windows[0].seconds = 60),
  'a platform that nothing tells': (t) => delete t.platforms.at(-1).hosts,
  'a case that says nothing': (t) => (t.platforms[0].cases[0] = { says: 'x' }),
})) {
  const copy = structuredClone(replyTable);
  change(copy);
  check(`refuses ${name}`, !replies(copy));
}

// A yearly plan made from a monthly one is that one's counterpart, and says so.
for (const file of platformFiles) {
  const { plans } = load(file);
  for (const plan of plans.filter(({ yearly }) => yearly)) {
    const base = plans.find(({ id }) => id === plan.extends);
    const counterpart = plan.yearly_of === undefined ? undefined : plans.find(({ id }) => id === plan.yearly_of);
    check(`${file}: ${plan.id} names a plan paid by the month`, plan.yearly_of === undefined || (counterpart && !counterpart.yearly));
    check(`${file}: ${plan.id} is paired`, !base || base.yearly || plan.yearly_of !== undefined, 'it extends a monthly plan: say yearly_of');
  }
}

// A schema that lets everything pass would look the same above: each of these must be refused.
const refused = {
  'a price that is a number': (p) => (p.plans[0].charges[0].price = 100),
  'a price with a comma': (p) => (p.plans[0].charges[0].price = '1,000'),
  'a row without a source': (p) => delete p.plans[0].charges[0].source,
  'a source without the day it was read': (p) => delete p.sources.letter.read,
  'an address-less source that is not called a third-party note': (p) => delete p.sources.letter.url,
  'a confidence in other words': (p) => (p.sources.letter.confidence = 'A'),
  'a key that nobody reads': (p) => (p.plans[0].colour = 'blue'),
  'a fixed day without a zone': (p) =>
    (p.plans[0].limits[0].window = { kind: 'fixed', length: '1 day' }),
  'a limit that counts nothing': (p) => delete p.plans[0].limits[0].counts,
  'alternatives without the choice made': (p) =>
    (p.plans[0].limits[0].alternatives = [{ value: '1', source: 'letter' }]),
  'a yearly counterpart that is not yearly': (p) => (p.plans[0].yearly_of = 'free'),
  'a part without its share': (p) => delete p.metrics[1].assumed_share,
};
const x = load('x.json');
const basic = { ...x, plans: [x.plans.find((plan) => plan.id === 'basic')] };
check('the sample that the bad ones are made from', platform(basic), problems(platform));
for (const [name, spoil] of Object.entries(refused)) {
  const copy = structuredClone(basic);
  spoil(copy);
  check(`refuses ${name}`, !platform(copy));
}

const refusedJobs = {
  'a job that one platform alone can do': (t) => (t.jobs[0].offers = t.jobs[0].offers.slice(0, 1)),
  'a take of nothing': (t) => delete t.jobs[0].offers[0].takes[0].amount,
  'an offer that takes no operation': (t) => (t.jobs[0].offers[0].takes = []),
  'a source without its address': (t) => delete Object.values(t.sources)[0].url,
  'a key of a job that nobody reads': (t) => (t.jobs[0].colour = 'blue'),
};
for (const [name, spoil] of Object.entries(refusedJobs)) {
  const copy = structuredClone(jobTable);
  spoil(copy);
  check(`refuses ${name}`, !jobs(copy));
}

console.log(`${passed} of ${passed + failed} schema checks hold`);
process.exit(failed === 0 ? 0 : 1);
