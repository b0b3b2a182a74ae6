// One order explained: conditions, stage, formulas with their values, history, payload.
import { el, usePolled } from './view.js';
import { language, moment, said, t } from './words.js';
import * as api from './api.js';
import { OPERATORS } from './steps/condition.js';

export function Explanation({ seen, order }) {
  const { value, problem } = usePolled(() => api.explain(seen.id, order.id), 0, [order.id]);
  if (problem) return el('p.problem', { role: 'alert' }, said(problem));
  if (!value) return el('p.muted', { role: 'status' }, t('Loading…', 'Загрузка…'));
  const title = id => (seen.stages.find(stage => stage.id === id) || { title: id }).title;
  return el('div.explanation', null,
    value.stage && el('p', null, t('Stage: ', 'Этап: '), el('b', null, title(value.stage.id)), ' ← ', value.stage['status-name'] || value.stage['status-id']),
    value.filter && value.filter.conditions.length > 0 && [el('h3', null, t('Conditions', 'Условия')),
      el('ul', null, value.filter.conditions.map(each => el('li', null, `${each.matched ? '✓' : '—'} ${each.action === 'INCLUDE' ? t('include', 'включить') : t('exclude', 'исключить')}: ${each.field} ${OPERATORS[each.operator.toLowerCase().replaceAll('_', '-')]()} `,
        each.values.map(one => one.name || one.value).join(', '))))],
    value.formulas.map(formula => el('section', null,
      el('h3', null, formula.name === 'revenue' ? t('Revenue', 'Выручка') : t('Cost', 'Себестоимость')),
      el('p', null, el('code', null, formula.formula), ' = ', el('b', null, formula.amount || '—')),
      formula.problem && el('p.problem', null, formula.problem.message[language]),
      el('dl.values', null, [...formula.fields, ...formula.coefficients].map(each => el('div', null, el('dt', null, each.name), el('dd', null, each.value || '—')))))),
    el('h3', null, t('History of stages', 'История этапов')),
    el('ol.history', null, value.transitions.map(each => el('li', null, el('b', null, title(each.to)), ' ',
      el('span.muted', null, moment(each['entered-by'], seen.config['time-zone']), ' — ', each.why[language])))),
    value.event && value.event.payload && el('details', null, el('summary', null, t('As RemOnline sent it', 'Как прислал RemOnline')),
      el('pre', { tabIndex: 0 }, JSON.stringify(value.event.payload, null, 2))));
}
