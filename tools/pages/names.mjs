// What the ids of a platform's file stand for, in the language that is spoken.
import { marked, shown, tr } from './language.mjs';

const calendar = { days_in_month: marked('days of the month'), hours_in_month: marked('hours of the month') };

export function namesOf(platform, common) {
  const drivers = new Map([...common.drivers, ...(platform.drivers ?? [])].map((driver) => [driver.id, driver]));
  const metrics = new Map(platform.metrics.map((metric) => [metric.id, metric]));
  const choices = new Map([...(common.choices ?? []), ...(platform.choices ?? [])].map((choice) => [choice.id, choice]));
  const must = (found, id) => {
    if (!found) throw new Error(`${platform.id}: "${id}" is not known`);
    return found;
  };
  // A full one reads ill in a sum.
  const driver = (id) => (calendar[id] ? tr(calendar[id]) : shown(must(drivers.get(id), id).short_name));
  return {
    driver,
    metric: (id) => {
      const { name, unit, units } = must(metrics.get(id), id);
      return { name: shown(name), unit: shown(unit), units: shown(units) };
    },
    option: (id, is) => {
      const choice = choices.get(id);
      return choice ? `${shown(choice.short_name)} ${shown(choice.options[is]) ?? is}` : `${id} ${is}`;
    },
    counted: (id) => shown(metrics.get(id)?.units) ?? driver(id),
  };
}
