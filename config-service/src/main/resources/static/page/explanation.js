// One order explained: conditions, stage, formulas with their values, history, payload.
import { el, usePolled } from './view.js';
import { exact, language, moment, said, t } from './words.js';
import * as api from './api.js';
import { values } from './values.js';
import { OPERATORS } from './steps/condition.js';

export function Explanation({ seen, order }) {
  const { value, problem } = usePolled(async () => { const [explained, fields] = await Promise.all([api.explain(seen.id, order.id), api.fields(seen.id)]); return { ...explained, fields }; }, 0, [order.id]);
  if (problem) return el('p.problem', { role: 'alert' }, said(problem));
  if (!value) return el('p.muted', { role: 'status' }, t('Loading…', 'Загрузка…'));
  const known = values({ fields: value.fields, names: seen.names, currency: seen.config.currency, zone: seen.config['time-zone'] });
  const title = id => (seen.stages.find(stage => stage.id === id) || { title: id === '_unmapped' ? t('Unmapped', 'Без этапа') : id }).title;
  return el('div.explanation', null,
    value.restating && el('p.muted', { role: 'status' }, value.fact
      ? t('This order is about to be counted anew: its fact and its history of stages are still those of the former configuration or of former names, the rest is that of now.', 'Этот заказ скоро будет пересчитан: его факт и история этапов ещё от прежней конфигурации или прежних названий, остальное — как сейчас.')
      : t('This order is about to be counted anew: what follows is that of the configuration now in force.', 'Этот заказ скоро будет пересчитан: дальше — по конфигурации, которая действует сейчас.')),
    value.stage && el('p', null, t('Stage: ', 'Этап: '), el('b', null, title(value.stage.id)), ' ← ', value.stage['status-name'] || value.stage['status-id']),
    value.filter && value.filter.conditions.length > 0 && [el('h3', null, t('Conditions', 'Условия')),
      el('ul', null, value.filter.conditions.map(each => el('li', null, `${each.matched ? '✓' : '—'} ${each.action === 'INCLUDE' ? t('include', 'включить') : t('exclude', 'исключить')}: ${known.title(each.field)} ${OPERATORS[each.operator.toLowerCase().replaceAll('_', '-')]()} `,
        each.values.map(one => one.name || known.shown(each.field, one.value)).join(', '))))],
    value.formulas.map(formula => el('section', null,
      el('h3', null, formula.name === 'revenue' ? t('Revenue', 'Выручка') : t('Cost', 'Себестоимость')),
      el('p', null, el('code', null, formula.formula), ' = ', el('b', null, exact(formula.amount, seen.config.currency))),
      formula.problem && el('p.problem', null, formula.problem.message[language]),
      el('dl.values', null, [...formula.fields, ...formula.coefficients].map(each => el('div', null, el('dt', null, known.title(each.name)), el('dd', null, known.shown(each.name, each.value))))))),
    el('h3', null, t('History of stages', 'История этапов')),
    el('ol.history', null, value.transitions.map(each => el('li', null, el('b', null, title(each.to)), ' ',
      el('span.muted', null, moment(each['entered-by'], seen.config['time-zone']), ' — ', each.why[language])))),
    value.event && value.event.payload && el('details', null, el('summary', null, t('As RemOnline sent it', 'Как прислал RemOnline')),
      el('pre', { tabIndex: 0 }, JSON.stringify(value.verbatim.event.payload, null, 2))));
}
