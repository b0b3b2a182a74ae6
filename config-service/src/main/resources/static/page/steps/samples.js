// Orders of this account as the formulas of the draft see them: each value that goes in, and what comes out.
import { el, isPassing, useEffect, useState } from '../view.js';
import { exact, language, said, t } from '../words.js';
import { values } from '../values.js';
import * as api from '../api.js';

const SHOWN = 3;
const TRIED = 12;
const LATER = 5000;

/** Orders that the draft's filter lets through: the newest of the funnel that is in force, then those that the draft lets in. Each is asked for with its payload, so a few are tried. */
async function examples(draft, plan) {
  const { orders } = await api.orders(draft.connector, { page: 0 });
  const entering = plan.flows.filter(each => !each.from).flatMap(each => each.orders.samples);
  const candidates = [...orders.slice(0, TRIED), ...entering.slice(0, TRIED)];
  const found = [];
  for (let n = 0; n < candidates.length && found.length < SHOWN; n += SHOWN) {
    const tried = await Promise.all(candidates.slice(n, n + SHOWN).map(async order => ({ order, trial: await api.trial(draft, order.id) })));
    found.push(...tried.filter(each => each.trial.counts));
  }
  return found.slice(0, SHOWN);
}

function useTrials(draft, plan, ready) {
  const [state, setState] = useState({});
  useEffect(() => {
    if (!ready) return undefined;
    let over = false;
    let timer;
    const ask = async () => {
      try {
        const trials = await examples(draft, plan);
        if (!over) setState({ trials });
      } catch (problem) {
        if (over) return;
        setState({ problem });
        if (isPassing(problem)) timer = setTimeout(ask, LATER);
      }
    };
    ask();
    return () => { over = true; clearTimeout(timer); };
  }, [ready, JSON.stringify(draft.calculation)]);
  return state;
}

/** Only for formulas that the service understands: `ready`. */
export function Samples({ draft, plan, known, ready }) {
  const { trials, problem } = useTrials(draft, plan, ready);
  const { revenue, cost } = draft.calculation;
  if (problem) return el('p.problem', { role: 'alert' }, said(problem));
  if (!trials || !(revenue || cost)) return null;
  return el('section.panel', { 'aria-labelledby': 'samples' }, el('h2', { id: 'samples' }, t('For real orders', 'На настоящих заказах')),
    trials.length ? el(Trials, { trials, draft, known }) : el('p.muted', null, plan && plan.orders
      ? t('None of the newest orders passes the filter: there is nothing to show the formulas with.', 'Ни один из последних заказов не проходит фильтр: показать формулы не на чем.')
      : t('No order has been read yet: they appear here once there are some.', 'Ни одного заказа ещё не прочитано: они появятся здесь.')));
}

function Trials({ trials, draft, known }) {
  const { title, shown } = values({ ...known, currency: draft.currency, zone: draft['time-zone'] });
  return el('div.columns', null, trials.map(({ order, trial }) => el('article', { key: order.id },
    el('h3', null, t(`Order ${order.number || order.id}`, `Заказ ${order.number || order.id}`)),
    trial.formulas.map(formula => el('div', { key: formula.name },
      el('p', null, formula.name === 'revenue' ? t('Revenue: ', 'Выручка: ') : t('Cost: ', 'Себестоимость: '), el('b', null, exact(formula.amount, draft.currency)),
        formula.problem && el('span.problem', null, ` ${formula.problem[language]}`)),
      el('dl.values', null, formula.values.map(each => el('div', null, el('dt', null, title(each.name)), el('dd', null, shown(each.name, each.value))))))))));
}
