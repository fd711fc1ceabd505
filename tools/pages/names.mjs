// What the ids of a platform's file stand for.

const calendar = { days_in_month: 'days of the month', hours_in_month: 'hours of the month' };

export function namesOf(platform, common) {
  const drivers = new Map([...common.drivers, ...(platform.drivers ?? [])].map((driver) => [driver.id, driver]));
  const metrics = new Map(platform.metrics.map((metric) => [metric.id, metric]));
  const choices = new Map([...(common.choices ?? []), ...(platform.choices ?? [])].map((choice) => [choice.id, choice]));
  const must = (found, id) => {
    if (!found) throw new Error(`${platform.id}: "${id}" is not known`);
    return found;
  };
  const driver = (id) => calendar[id] ?? must(drivers.get(id), id).short_name; // a full one reads ill in a sum
  return {
    driver,
    metric: (id) => must(metrics.get(id), id),
    choice: (id) => choices.get(id),
    counted: (id) => metrics.get(id)?.units ?? driver(id),
  };
}
