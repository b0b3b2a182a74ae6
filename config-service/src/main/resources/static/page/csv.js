// What is seen (all, then by location, then by every month), as a file for a spreadsheet.
import { amount, counted, firstOf, formerOf } from './figures.js';
import { language } from './words.js';

const HEAD = ['created_from', 'created_to', 'locations_chosen', 'location', 'month', 'stage', 'orders_came_this_far', 'share_of_first', 'share_of_former',
  'orders_entered', 'orders_now', 'revenue', 'cost', 'margin', 'orders_without_revenue', 'orders_without_cost', 'currency'];

const RUSSIAN_HEAD = ['Создан с', 'Создан по', 'Выбранные локации', 'Локация', 'Месяц', 'Этап', 'Дошли до этапа', 'Доля от первого', 'Доля от предыдущего',
  'Побывали в этапе', 'Сейчас в этапе', 'Выручка', 'Себестоимость', 'Маржа', 'Заказы без выручки', 'Заказы без себестоимости', 'Валюта'];

/** A Russian spreadsheet parts columns by a semicolon, for its numbers have a comma; scripts read the English form. */
const FORMS = { ru: { head: RUSSIAN_HEAD, comma: ';', number: value => value.replace('.', ',') }, en: { head: HEAD, comma: ',', number: value => value } };

const NUMBER = /^[+-]?\d+(\.\d+)?$/;
const text = value => (/^[=+\-@\t\r]/.test(value) && !NUMBER.test(value) ? `'${value}` : value);

/** A text that a spreadsheet would run as a formula is kept from it by an apostrophe. */
export const cell = (value, { number } = FORMS.en) => `"${(NUMBER.test(value) ? number(String(value)) : text(String(value))).replaceAll('"', '""')}"`;

/** What is not known is an empty cell. */
const sum = (figures, kind) => amount(figures, kind).value ?? '';

const share = (part, all) => (all && all.figures.reached > 0 ? (part.reached / all.figures.reached).toFixed(4) : '');

export function csv({ stages, config, sums, locations }, form = FORMS[language] || FORMS.en) {
  const name = place => (locations.find(each => each.id === place) || { name: place }).name;
  const chosen = [sums.slice.from, sums.slice.to, sums.slice.location.map(name).join('; ')];
  const rows = (place, month, all) => all.map(({ title, figures }, n) => [...chosen, place, month, title,
    figures.reached, share(figures, firstOf(all)), share(figures, formerOf(all, n)), figures.entered, figures.orders,
    ...['revenue', 'cost', 'margin'].map(kind => sum(figures, kind)), figures['without-revenue'], figures['without-cost'], config.currency]);
  return [form.head, ...rows('', '', stages),
    ...Object.entries(sums.locations).flatMap(([place, by]) => rows(name(place), '', counted(stages, by))),
    ...Object.entries(sums.months).flatMap(([month, by]) => rows('', month, counted(stages, by)))]
    .map(row => row.map(each => cell(each, form)).join(form.comma)).join('\r\n');
}

export function saveCsv(seen) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob(['\ufeff', csv(seen), '\r\n'], { type: 'text/csv' }));
  link.download = `${seen.id}-funnel.csv`;
  link.click();
  URL.revokeObjectURL(link.href);
}
