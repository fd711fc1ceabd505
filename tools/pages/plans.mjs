// A platform's plans as the engine reads them (src/core/catalog_plan.cpp): what a plan extends is laid under it, and each row
// has its own days. Figures stay the texts that they are.

const validityKeys = ['from', 'to', 'from_about', 'to_about'];

const each = (rows = []) => rows.flatMap(({ metrics, ...row }) => metrics.map((metric) => ({ ...row, metric })));

/** Own rows replace inherited ones: limits and charges without a metric by id, all that is said of a metric by the metric. */
function laidOver(base, own) {
  const all = [...own.charges, ...own.included, ...own.notOffered];
  const saysMetric = ({ metric }) => all.some((row) => row.metric === metric);
  const has = (rows, { id }) => rows.some((row) => row.id === id);
  const stays = (row) => (row.metric ? !saysMetric(row) : !has(own.charges, row));
  return {
    charges: [...base.charges.filter(stays), ...own.charges],
    included: [...base.included.filter((row) => !saysMetric(row)), ...own.included],
    notOffered: [...base.notOffered.filter((row) => !saysMetric(row)), ...own.notOffered],
    limits: [...base.limits.filter((row) => !has(own.limits, row)), ...own.limits],
  };
}

const none = { charges: [], included: [], notOffered: [], limits: [], access: [], validity: {} };

function read(plan, plans, currency) {
  const base = plan.extends ? plans.find(({ id }) => id === plan.extends) : none;
  if (!base) throw new Error(`plan "${plan.id}" extends "${plan.extends}", which is no plan above it`);
  const ownDays = !plan.extends || plan.from || plan.to;
  return {
    ...laidOver(base, {
      charges: plan.charges ?? [],
      included: each(plan.included),
      notOffered: each(plan.not_offered),
      limits: plan.limits ?? [],
    }),
    id: plan.id,
    name: plan.name,
    access: plan.access ?? base.access,
    yearly: plan.yearly ?? false,
    askUrl: plan.ask_url ?? base.askUrl,
    note: plan.note ?? base.note,
    currency: plan.currency ?? base.currency ?? currency,
    validity: ownDays ? Object.fromEntries(validityKeys.map((key) => [key, plan[key]])) : base.validity,
  };
}

const overlaps = (a, b) => (!a.from || !b.to || a.from < b.to) && (!b.from || !a.to || b.from < a.to);

/** The row's days within the plan's life. */
function settled(row, life) {
  const startsBefore = row.from && life.from && row.from < life.from;
  const endsAfter = row.to && life.to && life.to < row.to;
  return {
    ...row,
    from_about: startsBefore || (!row.from && !row.from_about) ? life.from_about : row.from_about,
    to_about: endsAfter || (!row.to && !row.to_about) ? life.to_about : row.to_about,
    from: startsBefore || !row.from ? life.from : row.from,
    to: endsAfter || !row.to ? life.to : row.to,
  };
}

export function plansOf(platform) {
  const plans = [];
  for (const plan of platform.plans) plans.push(read(plan, plans, platform.currency));
  return plans.map((plan) => {
    const rows = (list) => list.filter((row) => overlaps(row, plan.validity)).map((row) => settled(row, plan.validity));
    return { ...plan, charges: rows(plan.charges), included: rows(plan.included), notOffered: rows(plan.notOffered), limits: rows(plan.limits) };
  });
}

/** "open", "review", "contract", "invitation" or "closed" on a day. */
export function accessOn({ access }, date) {
  const found = access.find(({ from, to }) => (!from || from <= date) && (!to || date < to));
  return found?.is ?? 'open';
}
