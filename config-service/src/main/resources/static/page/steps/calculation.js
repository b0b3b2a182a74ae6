// Revenue and cost: an expression each, mistakes named where they are, what they come to at once.
import { el, useRef, useState } from '../view.js';
import { money, t } from '../words.js';
import { amount } from '../figures.js';
import { usePlan } from '../planned.js';
import { Coefficients } from './coefficients.js';
import { countable } from './condition.js';
import { Expression, put } from './expression.js';
import { Faults, faultsOf, Refusal } from './faults.js';
import { Fields } from './fields.js';
import { Samples } from './samples.js';

export function Calculation({ id, draft, known, set }) {
  const { calculation, currency } = draft.config;
  const counted = countable(draft.config);
  const { plan, problem, of = counted, working } = usePlan(counted);
  const boxes = { revenue: useRef(null), cost: useRef(null) };
  const titles = { revenue: t('Revenue', 'Выручка'), cost: t('Cost', 'Себестоимость') };
  const [last, setLast] = useState('revenue');
  const change = part => set({ calculation: Object.fromEntries(Object.entries({ ...calculation, ...part }).filter(([, value]) => value !== '')) });
  const take = field => put(boxes[last].current, field.name, text => change({ [last]: text }));
  const margin = plan && amount(plan.all.after, 'margin').value;
  const faults = faultsOf(problem);
  const amounts = known.fields.filter(each => ['money', 'number'].includes(each.type));
  const box = name => el(Expression, { own: boxes[name], title: titles[name], value: calculation[name] || '', known: { ...known, amounts }, coefficients: Object.keys(calculation.coefficients || {}),
    faults: faults.filter(each => each.path === `calculation.${name}`), onChange: value => change({ [name]: value }), onFocus: () => setLast(name),
    sum: plan && money(amount(plan.all.after, name).value, currency), missing: plan && plan.all.after[`without-${name}`] });
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
        el('p.live', { role: 'status' }, working ? t('Calculating…', 'Считаем…') : margin === undefined ? '' : t(`Margin of all orders: ${money(margin, currency)}`, `Маржа всех заказов: ${money(margin, currency)}`)),
        el(Samples, { draft: counted, plan, known, ready: Boolean(plan) && !working }),
        el(Faults, { id, faults: faults.filter(each => !/^calculation\.(revenue|cost)$/.test(each.path)), config: of, known, own: 'calculation' }),
        el(Refusal, { problem }))),
  ];
}
