// Which orders count: fields on the left, conditions on the right, and how many pass.
import { el, useState } from '../view.js';
import { number, orders, t } from '../words.js';
import { usePlan } from '../planned.js';
import { Condition, countable } from './condition.js';
import { at, Faults, faultsOf, Refusal } from './faults.js';
import { Fields } from './fields.js';

/** Those that the funnel drops as they are in no stage pass too. */
function passing({ all, orders: known, statuses = [] }) {
  const dropped = statuses.reduce((sum, each) => sum + (each.dropped ? each.dropped.orders : 0), 0);
  const passed = all.after.orders + dropped;
  return t(`${orders(passed)} of ${number(known)} pass`, `Проходят: ${orders(passed)} из ${number(known)}`)
    + (dropped ? t(`; ${number(dropped)} of them are in no stage, and left out of the funnel`, `; из них без этапа и вне воронки: ${number(dropped)}`) : '');
}

export function Filter({ id, draft, known, set }) {
  const { filter } = draft.config;
  const counted = countable(draft.config);
  const { plan, problem, of = counted, working } = usePlan(counted);
  const faults = faultsOf(problem);
  const written = of.filter.conditions.map(each => JSON.stringify(each));
  const own = each => at(faults, `filter.conditions[${written.indexOf(JSON.stringify(each))}]`);
  const told = filter.conditions.flatMap(own);
  const [over, setOver] = useState(false);
  const change = part => set({ filter: { ...filter, ...part } });
  const add = field => change({ conditions: [...filter.conditions,
    { include: { field: field.name, operator: 'equals', values: [] } }] });
  const dropped = event => {
    event.preventDefault();
    setOver(false);
    const field = known.fields.find(each => each.name === event.dataTransfer.getData('text/plain'));
    if (field) add(field);
  };
  return el('div.mapping', null,
    el(Fields, { all: known.fields, take: add, name: title => t(`Add a condition: ${title}`, `Добавить условие: ${title}`) }),
    el('section.drop', { class: over ? 'over' : '', 'aria-label': t('Conditions', 'Условия'), onDrop: dropped,
      onDragOver: event => { event.preventDefault(); setOver(true); }, onDragLeave: () => setOver(false) },
    el('p.live', { role: 'status' }, plan ? passing(plan)
      : working ? t('Counting…', 'Считаем…') : '', working && plan ? ' …' : ''),
    el(Refusal, { problem }),
    el(Faults, { id, faults: faults.filter(each => !told.includes(each)), config: of, known, own: 'filter' }),
    !filter.conditions.length && el('div.empty', null, el('p', null, t('No condition: every order counts. That is right when the funnel is of the whole shop.',
      'Условий нет: считаются все заказы. Это правильно, если воронка — для всей мастерской.')),
    el('p.muted', null, t('Double-click a field, drag it here or press its plus.', 'Дважды щёлкните по полю, перетащите его сюда или нажмите плюс.'))),
    filter.conditions.length > 1 && el('label', null, t('An order counts when', 'Заказ считается, если'), el('select', { value: filter.match, onChange: event => change({ match: event.target.value }) },
      el('option', { value: 'all' }, t('all “include” conditions match', 'выполнены все условия «включить»')), el('option', { value: 'any' }, t('any “include” condition matches', 'выполнено любое условие «включить»')))),
    filter.conditions.map((each, n) => el(Condition, { key: n, each, faults: own(each), known,
      onChange: next => change({ conditions: filter.conditions.map((old, at) => (at === n ? next : old)) }),
      onRemove: () => change({ conditions: filter.conditions.filter((old, at) => at !== n) }) }))));
}
