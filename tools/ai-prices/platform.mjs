import { sharedMetrics } from './meters.mjs';
import { spansOf } from './periods.mjs';
import { checkKeys, refuse } from './refusal.mjs';
import { chargesOf } from './rows.mjs';
import { shortened } from './shorten.mjs';

const overlayKeys = [
  'provider', 'fallback', 'id', 'name', 'short_name', 'aliases', 'price_page', 'default_plan', 'drivers', 'choices',
  'sources', 'metrics', 'typical', 'models', 'left_out', 'drop_from_ids', 'least_audio_seconds', 'peak', 'cells', 'adjust',
  'charges', 'limits', 'plans', 'events',
];
const planKeys = ['name', 'id', 'note', 'from', 'to', 'from_about', 'to_about', 'access', 'free'];
const modelKeys = ['id', 'name', 'description', 'match', 'context_window', 'deprecated', 'price_comments', 'prices'];

const matches = (pattern, id) => new RegExp(pattern ?? '').test(id);

/** A plan's id is the model's, in the catalogue's letters. */
function planId(modelId, own, overlay, where) {
  const kept = overlay.drop_from_ids ? modelId.replace(new RegExp(overlay.drop_from_ids), '') : modelId;
  const id = own ?? kept.toLowerCase().replace(/[^a-z0-9_-]/g, '-');
  if (!/^[a-z0-9_-]{1,40}$/.test(id)) refuse(where, `'${id}' is too long for an id`, "an 'id' in the overlay");
  return id;
}

/** The overlay's models with their data, from the fallback provider where the provider itself has none. */
function foundModels(overlay, providerOf) {
  const provider = providerOf(overlay.provider);
  const other = overlay.fallback && providerOf(overlay.fallback.provider);
  if (other && !provider.fallback_model_providers?.includes(other.id)) {
    refuse(overlay.id, `the data does not fall back to '${other.id}'`, 'one of its fallback_model_providers');
  }
  const withoutKeys = (prices) =>
    Object.fromEntries(Object.entries(prices).filter(([key]) => !overlay.fallback.without.includes(key)));
  const borrowed = (model) => ({
    ...model,
    prices: Array.isArray(model.prices)
      ? model.prices.map((entry) => ({ ...entry, prices: withoutKeys(entry.prices) }))
      : withoutKeys(model.prices),
  });
  return Object.entries(overlay.models).map(([id, said]) => {
    const own = provider.models.find((model) => model.id === id);
    const lent = own ? undefined : other?.models.find((model) => model.id === id);
    if (!own && !lent) refuse(overlay.id, `the data has no model '${id}'`, 'the id of one, or none in the overlay');
    const entry = typeof said === 'string' ? { name: said } : said;
    checkKeys(entry, planKeys, `${overlay.id}, models, ${id}`);
    return { model: own ?? borrowed(lent), entry, lent: Boolean(lent) };
  });
}

/** Every model is either kept or left out for a reason, so that a new one is seen. */
function leftOut(overlay, provider) {
  const others = provider.models.filter(({ id }) => !(id in overlay.models));
  const unused = new Set(overlay.left_out ?? []);
  const list = others.map(({ id }) => {
    const rule = (overlay.left_out ?? []).find(({ models }) => matches(models, id));
    if (!rule) refuse(overlay.id, `the model '${id}' is neither kept nor left out`, "its name in 'models' or 'left_out'");
    unused.delete(rule);
    return { product: `${overlay.name}: ${id}`, reason: rule.reason };
  });
  for (const { models } of unused) {
    refuse(overlay.id, `'left_out' names ${models}, which the data does not have`, 'no such row');
  }
  return list;
}

/** Whether every price map says something; the data writes a free model as an empty one. */
const notFree = (prices) =>
  (Array.isArray(prices) ? prices : [{ prices }]).every((entry) => Object.keys(entry.prices).length > 0);

function noteOf(model, entry, lent, overlay) {
  const context = model.context_window && `Context ${model.context_window.toLocaleString('en-US')} tokens.`;
  return [context, entry.note, lent && overlay.fallback.note].filter(Boolean).join(' ');
}

function planOf({ model, entry, lent }, overlay) {
  const where = `${overlay.id}, ${model.id}`;
  checkKeys(model, modelKeys, where);
  const { name, id, note: ownNote, free, ...life } = entry;
  const note = noteOf(model, entry, lent, overlay);
  const rowsFor = (groups = []) => groups.filter(({ models }) => matches(models, model.id)).flatMap(({ rows }) => rows);
  const limits = rowsFor(overlay.limits);
  if (Boolean(free) === notFree(model.prices)) {
    const expected = "'free' in the overlay where the data's price is empty, and only there";
    refuse(where, free ? 'it has a price' : 'it has no price', expected);
  }
  const peak = (overlay.peak ?? []).find(({ models }) => matches(models, model.id));
  const priced = free
    ? { included: [{ metrics: ['requests'], source: 'data' }] }
    : { charges: [...chargesOf(spansOf(model.prices, peak, where), model, overlay, where), ...rowsFor(overlay.charges)] };
  return {
    id: planId(model.id, id, overlay, where),
    name,
    ...(life.from || life.from_about ? {} : { from_about: 'start not known' }),
    ...life,
    ...(note && { note }),
    ...priced,
    ...(limits.length > 0 && { limits }),
  };
}

function checkUnique(plans, where) {
  const seen = new Set();
  for (const { id } of plans) {
    if (seen.has(id)) refuse(where, `two plans have the id '${id}'`, "an 'id' in the overlay for one of them");
    seen.add(id);
  }
}

const functions = ['min', 'max', 'clamp', 'floor', 'ceil', 'round', 'log2', 'log10', 'above', 'at_least'];
const calendar = ['days_in_month', 'hours_in_month'];

/** Every driver that a formula names must be asked for somewhere. */
function checkDrivers(platform, commonDrivers) {
  const known = new Set([...functions, ...calendar, ...commonDrivers, ...(platform.drivers ?? []).map(({ id }) => id)]);
  const check = (formula, where) => {
    for (const word of (formula ?? '').replace(/^(about|unknown|unlimited)\b/, '').match(/[a-z_][a-z0-9_]*/g) ?? []) {
      if (known.has(word)) continue;
      refuse(`${platform.id}, ${where}`, `'${word}' is not a driver`, 'one of common.json or of the overlay');
    }
  };
  for (const metric of platform.metrics) check(metric.per_parent, metric.id);
  for (const plan of platform.plans) {
    for (const { id, each, when, count, free } of plan.charges ?? []) {
      for (const formula of [each, when, count, free]) check(formula, `${plan.id}, ${id}`);
    }
    for (const { id, amount, window } of plan.limits ?? []) {
      for (const formula of [amount, window.lasts]) check(formula, `${plan.id}, ${id}`);
    }
  }
}

function metricsOf(overlay, plans) {
  const charged = new Set(plans.flatMap(({ charges }) => charges ?? []).map(({ metric }) => metric));
  const searches = charged.has('web_searches') ? [sharedMetrics.web_searches] : [];
  return [sharedMetrics.requests, sharedMetrics.long_requests, ...searches, ...(overlay.metrics ?? [])];
}

/**
 * The platform file of one overlay, and what it leaves out. `data` is `{version, read, provider}`: the package's version,
 * the day it was published, and its providers by id.
 */
export function platformFrom(overlay, data, commonDrivers) {
  checkKeys(overlay, overlayKeys, overlay.id ?? 'overlay');
  const provider = data.provider(overlay.provider);
  const out = leftOut(overlay, provider);
  const models = foundModels(overlay, data.provider).map((found) => planOf(found, overlay));
  // Each is a product of its own: a cheaper model is no cheaper plan for the same work.
  const plans = [...models, ...(overlay.plans ?? [])].map(({ id, name, ...rest }) => ({ id, name, apart: true, ...rest }));
  checkUnique(plans, overlay.id);
  const source = {
    title: `genai-prices ${data.version}`,
    url: overlay.price_page ?? provider.pricing_urls[0],
    read: data.read,
    confidence: 'dated copy',
  };
  const { id, name, short_name, aliases, default_plan, drivers, choices, typical, events } = overlay;
  const platform = {
    $schema: './schema.json',
    id, name, short_name, aliases,
    category: 'AI models',
    currency: 'USD',
    default_plan, drivers, choices,
    sources: { data: source, ...overlay.sources },
    metrics: metricsOf(overlay, plans),
    typical: typical ?? { requests: '1k/day' },
    plans, events,
  };
  checkDrivers(platform, commonDrivers);
  return { platform: { ...platform, plans: shortened(plans) }, leftOut: out };
}
