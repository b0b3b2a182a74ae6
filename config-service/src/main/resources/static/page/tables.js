// The same figures as tables: by stage, by location, by month.
import { el } from './view.js';
import { money, monthName, number, percent, t } from './words.js';

const table = (caption, heads, rows) => el('section.panel', null, el('h2', null, caption),
  el('div.scroll', { tabIndex: 0, role: 'region', 'aria-label': caption }, el('table', null,
    el('thead', null, el('tr', null, heads.map((head, n) => el('th', { scope: 'col', class: n ? 'num' : '' }, head)))),
    el('tbody', null, rows.map(([name, ...cells]) =>
      el('tr', null, el('th', { scope: 'row' }, name), cells.map(cell => el('td.num', null, cell))))))));

export function ByStage({ seen: { stages, config } }) {
  const first = stages[0] ? stages[0].figures.reached : 0;
  const heads = [t('Stage', 'Этап'), t('Came this far', 'Дошли'), t('Of first', 'От первого'), t('Entered', 'Вошли'), t('Now', 'Сейчас'), t('Revenue', 'Выручка'), t('Cost', 'Себестоимость'), t('Margin', 'Маржа')];
  return table(t('By stage', 'По этапам'), heads, stages.map(({ title, figures }) => [
    title, number(figures.reached), percent(figures.reached, first), number(figures.entered), number(figures.orders),
    money(figures.revenue, config.currency), money(figures.cost, config.currency), money(figures.revenue - figures.cost, config.currency)]));
}

const crossed = (caption, head, { stages, measure }, rows) => table(caption, [head, ...stages.map(each => each.title)],
  rows.map(([name, by]) => [name, ...stages.map(each => number(by[each.id] ? by[each.id][measure === 'reached' ? 'orders' : measure] : 0))]));

export function ByLocation({ seen }) {
  const name = id => (seen.locations.find(each => each.id === id) || { name: id === '-' ? t('No location', 'Без локации') : id }).name;
  return crossed(t('By location', 'По локациям'), t('Location', 'Локация'), seen,
    Object.entries(seen.sums.locations).map(([id, by]) => [name(id), by]));
}

export function ByMonth({ seen }) {
  return crossed(t('By month of creation', 'По месяцам создания'), t('Month', 'Месяц'), seen,
    Object.entries(seen.sums.months).reverse().slice(0, 24).map(([month, by]) => [monthName(month), by]));
}
