// Which orders count: fields on the left, conditions on the right, and how many pass.
import { el, useState } from '../view.js';
import { number, orders, said, t } from '../words.js';
import { usePlan } from '../planned.js';
import { Condition } from './condition.js';
import { Fields } from './fields.js';

export function Filter({ draft, known, set }) {
  const { filter } = draft.config;
  const { plan, problem, working } = usePlan(draft.config);
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
    el('p.live', { role: 'status' }, plan ? t(`${orders(plan.all.after.orders)} of ${number(plan.orders)} pass`, `Проходят: ${orders(plan.all.after.orders)} из ${number(plan.orders)}`)
      : working ? t('Counting…', 'Считаем…') : '', working && plan ? ' …' : ''),
    problem && el('p.problem', { role: 'alert' }, (problem.problems || [problem]).map(said).join(' ')),
    !filter.conditions.length && el('div.empty', null, el('p', null, t('No condition: every order counts. That is right when the funnel is of the whole shop.',
      'Условий нет: считаются все заказы. Это правильно, если воронка — для всей мастерской.')),
    el('p.muted', null, t('Double-click a field, drag it here or press its plus.', 'Дважды щёлкните по полю, перетащите его сюда или нажмите плюс.'))),
    filter.conditions.length > 1 && el('label', null, t('An order counts when', 'Заказ считается, если'), el('select', { value: filter.match, onChange: event => change({ match: event.target.value }) },
      el('option', { value: 'all' }, t('all “include” conditions match', 'выполнены все условия «включить»')), el('option', { value: 'any' }, t('any “include” condition matches', 'выполнено любое условие «включить»')))),
    filter.conditions.map((each, n) => el(Condition, { key: n, each, known,
      onChange: next => change({ conditions: filter.conditions.map((old, at) => (at === n ? next : old)) }),
      onRemove: () => change({ conditions: filter.conditions.filter((old, at) => at !== n) }) }))));
}
