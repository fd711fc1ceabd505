// What changed on a platform and when: events, plans that begin and end, figures that follow one another.
import { marked, shown, tr } from './language.mjs';
import { accessOn } from './plans.mjs';
import { validityText } from './times.mjs';

const accessWords = {
  open: marked('open to all'),
  review: marked('after a review'),
  contract: marked('by contract'),
  invitation: marked('by invitation'),
  closed: marked('closed to new customers'),
};

const startOf = ({ from, from_about: about }) => ({ date: from, about });

function figureChanges(plan, rows, nameOf, sayOf) {
  const byId = Map.groupBy(rows, (row) => row.id);
  return [...byId.values()].flatMap((same) => {
    const ordered = same.toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
    return ordered.slice(1).map((row, i) => ({
      ...startOf(row),
      text: tr('{0}, {1}: {2} → {3}', shown(plan.name), nameOf(row), sayOf(ordered[i]), sayOf(row)),
      source: row.source,
    }));
  });
}

/** Newest first: {date, about, text, source}; `words` says a plan's charges and limits. */
export function changesOf(platform, plans, words) {
  const events = (platform.events ?? []).map(({ date, about, text, source }) => ({ date, about, text: shown(text), source }));
  const lives = plans.flatMap((plan) => {
    const { from, to, from_about: fromAbout, to_about: toAbout } = plan.validity;
    return [
      from && { date: from, about: fromAbout, text: tr('{0}: first day', shown(plan.name)) },
      to && { date: to, about: toAbout, text: tr('{0}: no longer in force', shown(plan.name)) },
      ...plan.access.filter((period) => period.from && period.from !== from)
        .map((period) => ({ date: period.from, about: period.from_about, text: tr('{0}: {1}', shown(plan.name), tr(accessWords[accessOn(plan, period.from)])) })),
    ].filter(Boolean);
  });
  const figures = plans.flatMap((plan) => {
    const { charge, limit } = words(plan);
    return [
      ...figureChanges(plan, plan.charges, (row) => charge.name(row), (row) => charge.price(row).join(', ')),
      ...figureChanges(plan, plan.limits, (row) => shown(row.name), (row) => limit.scoped(row)),
    ];
  });
  const dated = [...events, ...lives, ...figures].filter(({ date }) => date);
  return dated.toSorted((a, b) => (a.date === b.date ? 0 : a.date < b.date ? 1 : -1));
}

/** "open to all", and since when where that is known. */
export function accessText(plan, date) {
  const is = accessOn(plan, date);
  const period = plan.access.find(({ from, to }) => (!from || from <= date) && (!to || date < to));
  return tr(accessWords[is]) + (period?.from ? ` ${validityText({ from: period.from, from_about: period.from_about })}` : '');
}
