// The same figures as tables: by stage, by location, by month.
import { el } from './view.js';
import { Amount, counted, firstOf, formerOf, MEASURES } from './figures.js';
import { monthName, number, percent, t } from './words.js';

const MONTHS = 24;

const table = (caption, heads, rows, ...notes) => el('section.panel', null, el('h2', null, caption),
  el('div.scroll', { tabIndex: 0, role: 'region', 'aria-label': caption }, el('table', null,
    el('thead', null, el('tr', null, heads.map((head, n) => el('th', { scope: 'col', class: n ? 'num' : '' }, head)))),
    el('tbody', null, rows.map(([name, ...cells]) =>
      el('tr', null, el('th', { scope: 'row' }, name), cells.map(cell => el('td.num', null, cell))))))),
  notes.filter(Boolean).map(note => el('p.muted', null, note)));

const moneyHeads = () => [t('Revenue', 'Выручка'), t('Cost', 'Себестоимость'), t('Margin', 'Маржа')];
const moneyCells = (figures, currency) => ['revenue', 'cost', 'margin'].map(kind => el(Amount, { figures, kind, currency }));

export function ByStage({ seen: { stages, config } }) {
  const first = firstOf(stages).figures.reached;
  const heads = [t('Stage', 'Этап'), t('Came this far', 'Дошли'), t('Of first', 'От первого'), t('Of former', 'От предыдущего'), t('Entered', 'Вошли'), t('Now', 'Сейчас'), ...moneyHeads()];
  const ofFormer = (figures, former) => percent(figures.reached, former ? former.figures.reached : 0);
  return table(t('By stage', 'По этапам'), heads, stages.map(({ title, figures }, n) => [title, number(figures.reached), percent(figures.reached, first),
    ofFormer(figures, formerOf(stages, n)), number(figures.entered), number(figures.orders), ...moneyCells(figures, config.currency)]));
}

function crossed(caption, head, { stages, measure, config }, rows, note) {
  const cells = (by, all) => [...counted(stages, by).map(each => number(each.figures[measure])), ...moneyCells(all, config.currency)];
  return table(`${caption}: ${MEASURES[measure]()}`, [head, ...stages.map(each => each.title), ...moneyHeads()],
    rows.map(([name, by, all]) => [name, ...cells(by, all)]),
    t('The money is that of all orders of a row, failed ones too.', 'Деньги — по всем заказам строки, неудачные тоже.'), note);
}

export function ByLocation({ seen }) {
  const name = id => (seen.locations.find(each => each.id === id) || { name: id === '-' ? t('No location', 'Без локации') : id }).name;
  return crossed(t('By location', 'По локациям'), t('Location', 'Локация'), seen,
    Object.entries(seen.sums.locations).map(([id, by]) => [name(id), by, seen.sums['of-locations'][id]]));
}

export function ByMonth({ seen }) {
  const months = Object.entries(seen.sums.months).reverse();
  const older = months.length - MONTHS;
  return crossed(t('By month of creation', 'По месяцам создания'), t('Month', 'Месяц'), seen,
    months.slice(0, MONTHS).map(([month, by]) => [monthName(month), by, seen.sums['of-months'][month]]),
    older > 0 && t(`Older months are left out here: ${number(older)}. They are in the CSV.`, `Более ранние месяцы здесь не показаны: ${number(older)}. Они есть в CSV.`));
}
