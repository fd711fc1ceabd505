// Figures in words, as src/core/format.h has them; tests/pages/words.test.mjs holds these against the engine's own.
// A figure is a decimal text and stays one: no binary floating point.
import { spoken, tr } from './language.mjs';

const symbols = { USD: '$', EUR: '€', GBP: '£', INR: '₹', JPY: '¥' };
const whole = new Set('BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'.split(' '));
const thousandths = new Set('BHD IQD JOD KWD LYD OMR TND'.split(' '));
const exponent = (currency) => (whole.has(currency) ? 0 : thousandths.has(currency) ? 3 : 2);

const about = 'about ';
export const isAbout = (text) => text.startsWith(about);
const bare = (text) => (isAbout(text) ? text.slice(about.length) : text);
export const isNumber = (text) => /^\d+(\.\d+)?$/.test(bare(text));

function parts(text) {
  if (!/^\d+(\.\d+)?$/.test(text)) throw new Error(`"${text}" is no decimal number`);
  const [units, decimals = ''] = text.split('.');
  return { units: units.replace(/^0+(?=\d)/, ''), decimals: decimals.replace(/0+$/, '') };
}

const grouped = (digits) => digits.replace(/\B(?=(\d{3})+$)/g, spoken().group);
const printed = (units, decimals) => grouped(units) + (decimals && spoken().decimal + decimals);

/** "2048.50" is "2,048.5". */
export function numberText(text) {
  const { units, decimals } = parts(text);
  return printed(units, decimals);
}

/** What is about so much says so. */
export const aboutText = (text, says) => (isAbout(text) ? tr('about {0}', says(bare(text))) : says(text));

// Behind or before the figure, as the language has it; in English a code stands apart: "KWD 1.000".
function withCurrency(figure, currency) {
  const symbol = symbols[currency];
  const { money } = spoken();
  return money ? tr(money, symbol ?? currency, figure) : `${symbol ?? `${currency} `}${figure}`;
}

function exactPrice(text, currency) {
  const { units, decimals } = parts(text);
  const places = Math.max(exponent(currency), decimals.length);
  return withCurrency(printed(units, decimals.padEnd(places, '0')), currency);
}

/** A price as the catalogue writes it: "$0.005", "about $0.05", "not published"; zero is "$0.00", which is not the same. */
export function priceText(text, currency) {
  if (text === 'unknown') return tr('not published');
  return aboutText(text, (figure) => exactPrice(figure, currency));
}

/** A fee: what is about so much has no cents, "about $42,000". */
export function feeText(text, currency) {
  const isWhole = isAbout(text) && !text.includes('.');
  return isWhole ? aboutText(text, (figure) => withCurrency(numberText(figure), currency)) : priceText(text, currency);
}

/** A share of money: "0.029" is "2.9 %". */
export function percentText(text) {
  if (text === 'unknown') return tr('not published');
  return aboutText(text, (figure) => {
    const { units, decimals } = parts(figure);
    return tr('{0} %', numberText(`${units}${decimals.padEnd(2, '0').slice(0, 2)}.${decimals.slice(2) || '0'}`));
  });
}
