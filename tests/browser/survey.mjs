// A walk through the states of the page: what opens, unfolds, is chosen, refused or shared. `visit(name)` is called in each. A
// `brief` one leaves out results and links.
import { atRest, openPage } from './page.mjs';

const shared =
  '1;t=Q3%20launch%20plan;d=2026-03-03;sum=210.00USD;you.accounts=60;p=x:ppu;posts_created=6000;posts_read=30000;' +
  'p=facebook:page;page_calls=300/day;p=linkedin:development;app_calls=420/day~nx3h7';

const charts = ['Cost curve', 'Per unit', 'Growth', 'Month', 'Ranges', 'Price history'];

export const button = (page, name) => page.getByRole('button', { name }).or(page.getByRole('link', { name })).first();

export async function press(page, name) {
  await button(page, name).press('Enter');
  await atRest(page);
}

// Opens, looks, and goes back with Escape.
async function glance(page, visit, name, more) {
  await press(page, name);
  await visit(String(name));
  await more?.();
  await page.keyboard.press('Escape');
  await atRest(page);
}

export async function chooseChart(page, chart) {
  const tab = page.getByRole('tab', { name: chart, exact: true });
  if (await tab.count()) await tab.press('Enter');
  else await page.getByRole('combobox', { name: 'Chart' }).selectOption(chart);
  await atRest(page);
}

// On a phone there is a tab for each.
export async function goTo(page, name) {
  const tab = page.getByRole('tab', { name: new RegExp(`^${name}`) });
  if (!(await page.getByRole('tablist', { name: 'Views' }).count())) return;
  await tab.press('Enter');
  await atRest(page);
}

export async function type(page, name, text) {
  const field = page.getByRole('textbox', { name, exact: true });
  await field.fill(text);
  await field.press('Enter');
  await atRest(page);
}

async function header(page, visit) {
  await glance(page, visit, 'Menu');
  await glance(page, visit, /^Prices of/, async () => {
    await type(page, 'Prices of the day, as year-month-day', 'yesterday');
    await visit('a day that is none');
  });
  await glance(page, visit, 'Share');
  await press(page, 'Menu');
  await glance(page, visit, 'Ready-made calculations');
  await press(page, 'Menu');
  await glance(page, visit, 'Total in another currency');
}

async function usage(page, visit) {
  await glance(page, visit, '+ Add a platform', async () => {
    await page.getByRole('textbox', { name: /^Search|platform/i }).first().fill('zzzz');
    await visit('nothing found');
  });
  await glance(page, visit, /^More for X/);
  await press(page, 'What counts: Posts read');
  await visit('what counts');
  await type(page, 'Posts read', 'many');
  await visit('a number that is none');
  await type(page, 'Posts read', '9k');
  await press(page, /more operations of X/);
  await visit('more operations');
  await press(page, 'Count in your own unit');
  await visit('the own unit');
  await press(page, 'Undo');
}

async function results(page, visit) {
  await goTo(page, 'Breaks');
  await press(page, /other limits hold/);
  await visit('limits that hold');
  await goTo(page, 'Bill');
  await press(page, /^monthly fee/);
  await visit('how a line is reckoned');
  await press(page, /other platforms, free/);
  await visit('free platforms');
  await glance(page, visit, 'set a budget');
  await glance(page, visit, 'Could another service do this for less?');
  if (await button(page, /^Why not cheaper|^Other plans/).count()) await glance(page, visit, /^Why not cheaper|^Other plans/);
  await goTo(page, 'Charts');
  for (const chart of charts) {
    await chooseChart(page, chart);
    await visit(chart);
    if (!(await button(page, 'show as table').count())) continue;
    await press(page, 'show as table');
    await visit(`${chart} as table`);
    await press(page, 'show as chart');
  }
}

async function comparison(page, visit) {
  await press(page, 'Menu');
  await press(page, /^Compare with/);
  await visit('a comparison');
  if (await button(page, /^Menu of|^Column|^More for A/).count()) await glance(page, visit, /^Menu of|^Column|^More for A/);
}

export async function survey(page, visit, brief = false) {
  await openPage(page);
  await visit('as it opens');
  await header(page, visit);
  await usage(page, visit);
  if (brief) return;
  await results(page, visit);
  await comparison(page, visit);
  await openPage(page, { link: shared });
  await visit('shared');
  await openPage(page, { link: shared.slice(0, -3) });
  await visit('a cut link');
  await press(page, 'Menu');
  await press(page, 'Start empty');
  await visit('empty');
}
