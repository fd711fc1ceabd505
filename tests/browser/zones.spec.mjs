// The table of time zones that the program is built with agrees with the browser's own rules.
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';

function table() {
  const text = readFileSync('build/generated/zones_data.h', 'utf8');
  const rows = [...text.matchAll(/^ {4}\{(-?\d+), (-?\d+)\},$/gm)].map(([, at, offset]) => [Number(at), Number(offset)]);
  const zones = [...text.matchAll(/\{"([^"]+)", kZoneTransitions \+ (\d+), (\d+)\}/g)];
  return zones.map(([, name, from, count]) => ({ name, rows: rows.slice(Number(from), Number(from) + Number(count)) }));
}

test('every change of every zone from 2017 to 2030 is the one that Intl has', async ({ page }) => {
  const begin = Date.UTC(2017, 0, 1) / 1000;
  const end = Date.UTC(2031, 0, 1) / 1000;
  const zones = table();
  expect(zones.length).toBeGreaterThan(50);
  const browsers = await page.evaluate(({ names, begin, end }) => {
    const week = 7 * 86400;
    return names.map((timeZone) => {
      const format = new Intl.DateTimeFormat('en-US', {
        timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric',
        second: 'numeric',
      });
      const offset = (t) => {
        const part = Object.fromEntries(format.formatToParts(t * 1000).map(({ type, value }) => [type, Number(value)]));
        return Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute, part.second) / 1000 - t;
      };
      const changes = [];
      // No zone changes twice in a week.
      for (let t = begin; t < end; t += week) {
        let [low, high] = [t, Math.min(t + week, end)];
        if (offset(low) === offset(high)) continue;
        while (high - low > 1) {
          const middle = Math.floor((low + high) / 2);
          if (offset(middle) === offset(t)) low = middle; else high = middle;
        }
        changes.push([high, offset(high)]);
      }
      return { first: offset(begin), changes };
    });
  }, { names: zones.map(({ name }) => name), begin, end });

  zones.forEach(({ name, rows }, i) => {
    const changes = rows.filter(([at]) => at > begin && at < end);
    const first = rows.filter(([at]) => at <= begin).at(-1)[1];
    expect({ name, first, changes }).toEqual({ name, ...browsers[i] });
  });
});
