// Which orders count: fields on the left, conditions on the right, and how many pass.
import { el, useState } from '../view.js';
import { language, number, orders, said, t } from '../words.js';
import { usePlan } from '../planned.js';
import { Condition } from './condition.js';

export function Filter({ draft, known, set }) {
  const { filter } = draft.config;
  const [search, setSearch] = useState('');
  const { plan, problem, working } = usePlan(draft.config);
  const change = part => set({ filter: { ...filter, ...part } });
  const add = field => change({ conditions: [...filter.conditions,
    { include: { field: field.name, operator: 'equals', values: [] } }] });
  const found = known.fields.filter(each => `${each.title[language]} ${each.name}`.toLowerCase().includes(search.toLowerCase()));
  const dropped = event => { event.preventDefault(); add({ name: event.dataTransfer.getData('text/plain') }); };
  return el('div.mapping', null,
    el('section.panel', null, el('h2', null, t('Fields', 'Поля')),
      el('label', null, t('Search', 'Поиск'), el('input', { type: 'search', value: search, onInput: event => setSearch(event.target.value) })),
      el('ul.fields-list', null, found.slice(0, 100).map(each => el('li', { key: each.name, draggable: true, onDblClick: () => add(each),
        onDragStart: event => event.dataTransfer.setData('text/plain', each.name) },
      el('span', null, each.title[language], el('small', null, each.name)),
      el('button.icon', { type: 'button', 'aria-label': t(`Add a condition: ${each.title[language]}`, `Добавить условие: ${each.title[language]}`), onClick: () => add(each) }, '+'))))),
    el('section', { onDragOver: event => event.preventDefault(), onDrop: dropped },
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
