// What the ids of a platform's file stand for.
import { marked, shown } from './language.mjs';

const calendar = { days_in_month: marked('days of the month'), hours_in_month: marked('hours of the month') };

export function namesOf(platform, common) {
  const drivers = new Map([...common.drivers, ...(platform.drivers ?? [])].map((driver) => [driver.id, driver]));
  const metrics = new Map(platform.metrics.map((metric) => [metric.id, metric]));
  const choices = new Map([...(common.choices ?? []), ...(platform.choices ?? [])].map((choice) => [choice.id, choice]));
  const must = (found, id) => {
    if (!found) throw new Error(`${platform.id}: "${id}" is not known`);
    return found;
  };
  const driver = (id) => shown(calendar[id] ?? must(drivers.get(id), id).short_name); // a full one reads ill in a sum
  const inWords = ({ name, unit, units }) => ({ name: shown(name), unit: shown(unit), units: shown(units) });
  return {
    driver,
    metric: (id) => inWords(must(metrics.get(id), id)),
    choice: (id) => choices.get(id),
    counted: (id) => (metrics.has(id) ? shown(metrics.get(id).units) : driver(id)),
  };
}
