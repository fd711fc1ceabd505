// The total with which a link was shared, "sum=210.00USD:about" (docs/link.md), so that it can be read before the program has come, which
// reckons it anew.
import { chosenLanguage, tr } from './language.mjs';

export function sharedTotal(fragment) {
  const [, amount, currency, about, atLeast] = /;sum=(\d{1,15}(?:\.\d{1,8})?)([A-Z]{3})(:about)?(:atleast)?[;~]/.exec(fragment) ?? [];
  if (!amount) return '';
  const money = new Intl.NumberFormat(chosenLanguage(), { style: 'currency', currency }).format(amount);
  const total = about ? tr('about {0}', money) : money;
  return tr('Shared with this total: {0} a month.', atLeast ? tr('at least {0}', total) : total);
}
