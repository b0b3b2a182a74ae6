// Revenue and cost: an expression each, mistakes named where they are, what they come to at once.
import { el, useRef, useState } from '../view.js';
import { money, said, t } from '../words.js';
import { usePlan } from '../planned.js';
import { Coefficients } from './coefficients.js';
import { Expression, inserted } from './expression.js';
import { Fields } from './fields.js';
import { Samples } from './samples.js';

export function Calculation({ draft, known, set }) {
  const { calculation, currency } = draft.config;
  const { plan, problem, working } = usePlan(draft.config);
  const boxes = { revenue: useRef(null), cost: useRef(null) };
  const titles = { revenue: t('Revenue', 'Выручка'), cost: t('Cost', 'Себестоимость') };
  const [last, setLast] = useState('revenue');
  const change = part => set({ calculation: Object.fromEntries(Object.entries({ ...calculation, ...part }).filter(([, value]) => value !== '')) });
  const take = field => { change({ [last]: inserted(boxes[last].current, field.name) }); boxes[last].current.focus(); };
  const faults = (problem && problem.problems) || [];
  const amounts = known.fields.filter(each => ['money', 'number'].includes(each.type));
  const box = name => el(Expression, { own: boxes[name], title: titles[name], value: calculation[name] || '', known: { ...known, amounts }, coefficients: Object.keys(calculation.coefficients || {}),
    faults: faults.filter(each => each.path === `calculation.${name}`), onChange: value => change({ [name]: value }), onFocus: () => setLast(name),
    amount: plan && money(plan.all.after[name], currency), missing: plan && plan.all.after[`without-${name}`] });
  return [
    el('p.muted', null, t('This step may be left out: then the funnel counts orders only. A field in brackets may be named by its title: [Order total].',
      'Шаг можно пропустить: тогда воронка считает только заказы. Поле можно назвать заголовком в скобках: [Сумма заказа].')),
    el('div.mapping.formulas', null,
      el('div', null, el(Fields, { all: amounts, take, text: each => ` ${each.name} `, name: title => t(`Insert: ${title}`, `Вставить: ${title}`) }),
        el('p.muted', null, t(`Drag a field into a formula; a double-click or its plus puts it into “${titles[last]}”, where the cursor is.`,
          `Перетащите поле в формулу; двойной щелчок или плюс вставит его в «${titles[last]}», туда, где курсор.`))),
      el('div', null,
        el('div.columns', null, box('revenue'), box('cost')),
        el(Coefficients, { all: calculation.coefficients || {}, zone: draft.config['time-zone'], onChange: coefficients => change({ coefficients }) }),
        el('p.live', { role: 'status' }, working ? t('Calculating…', 'Считаем…') : plan ? t(`Margin of all orders: ${money(plan.all.after.margin, currency)}`, `Маржа всех заказов: ${money(plan.all.after.margin, currency)}`) : ''),
        el(Samples, { draft: draft.config, known, ready: Boolean(plan) && !working }),
        problem && faults.filter(each => !/^calculation\.(revenue|cost)$/.test(each.path)).map(each => el('p.problem', { role: 'alert' }, `${each.path}: ${said(each)}`)),
        problem && !faults.length && el('p.problem', { role: 'alert' }, said(problem)))),
  ];
}
