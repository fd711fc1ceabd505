// Plans of one platform have most limits in common. A plan that extends another need not say them again.

const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

/** What a plan's charges are about: the plan that is extended must not charge anything else. */
const charged = ({ charges = [], included = [] }) =>
  [...new Set([...charges.map(({ metric, id }) => metric ?? id), ...included.flatMap(({ metrics }) => metrics)])].sort();

/** Whether `plan` can be said as `base` with charges, a note and a name of its own. */
function canExtend(plan, base) {
  const rest = ({ id, name, note, charges, included, ...others }) => others;
  return Boolean(plan.limits) && same(rest(plan), rest(base)) && same(charged(plan), charged(base)) &&
    Boolean(plan.note) === Boolean(base.note);
}

export function shortened(plans) {
  const bases = [];
  return plans.map((plan) => {
    const base = bases.find((other) => canExtend(plan, other));
    if (!base) {
      bases.push(plan);
      return plan;
    }
    const { id, name, note, charges, included } = plan;
    return {
      id, name,
      extends: base.id,
      apart: plan.apart,
      ...(note && note !== base.note && { note }),
      ...(included && !same(included, base.included) && { included }),
      ...(charges && !same(charges, base.charges) && { charges }),
    };
  });
}
