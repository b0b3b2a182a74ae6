// Revenue and cost: an expression each, mistakes named where they are, what they come to at once.
import { el, useState } from '../view.js';
import { language, money, said, t } from '../words.js';
import { usePlan } from '../planned.js';
import { Coefficients } from './coefficients.js';
import { Expression } from './expression.js';
import { Samples } from './samples.js';

export function Calculation({ draft, known, set }) {
  const { calculation, currency } = draft.config;
  const { plan, problem, working } = usePlan(draft.config);
  const change = part => set({ calculation: Object.fromEntries(Object.entries({ ...calculation, ...part }).filter(([, value]) => value !== '')) });
  const faults = (problem && problem.problems) || [];
  const box = (name, title) => el(Expression, { title, value: calculation[name] || '', known, coefficients: Object.keys(calculation.coefficients || {}),
    faults: faults.filter(each => each.path === `calculation.${name}`), onChange: value => change({ [name]: value }),
    amount: plan && money(plan.all.after[name], currency), missing: plan && plan.all.after[`without-${name}`] });
  return [
    el('p.muted', null, t('This step may be left out: then the funnel counts orders only. A field in brackets may be named by its title: [Order total].',
      'Шаг можно пропустить: тогда воронка считает только заказы. Поле можно назвать заголовком в скобках: [Сумма заказа].')),
    el('div.columns', null, box('revenue', t('Revenue', 'Выручка')), box('cost', t('Cost', 'Себестоимость'))),
    el(Coefficients, { all: calculation.coefficients || {}, onChange: coefficients => change({ coefficients }) }),
    el('p.live', { role: 'status' }, working ? t('Calculating…', 'Считаем…') : plan ? t(`Margin of all orders: ${money(plan.all.after.margin, currency)}`, `Маржа всех заказов: ${money(plan.all.after.margin, currency)}`) : ''),
    el(Samples, { draft: draft.config, known, ready: Boolean(plan) && !working }),
    problem && faults.filter(each => !/^calculation\.(revenue|cost)$/.test(each.path)).map(each => el('p.problem', { role: 'alert' }, `${each.path}: ${said(each)}`)),
    problem && !faults.length && el('p.problem', { role: 'alert' }, said(problem)),
  ];
}
