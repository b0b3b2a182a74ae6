// Orders of this account as the formulas of the draft see them: each value that goes in, and what comes out.
import { el, isPassing, useEffect, useState } from '../view.js';
import { exact, language, said, t } from '../words.js';
import { values } from '../values.js';
import * as api from '../api.js';

const SHOWN = 3;
const TRIED = 12;
const LATER = 5000;

/** The newest orders that the draft's filter lets through, found among a few: each is asked for with its payload. */
async function examples(draft) {
  const { orders } = await api.orders(draft.connector, { page: 0 });
  const found = [];
  for (let n = 0; n < Math.min(orders.length, TRIED) && found.length < SHOWN; n += SHOWN) {
    const tried = await Promise.all(orders.slice(n, n + SHOWN).map(async order => ({ order, trial: await api.trial(draft, order.id) })));
    found.push(...tried.filter(each => each.trial.counts));
  }
  return found.slice(0, SHOWN);
}

function useTrials(draft, ready) {
  const [state, setState] = useState({});
  useEffect(() => {
    if (!ready) return undefined;
    let over = false;
    let timer;
    const ask = async () => {
      try {
        const trials = await examples(draft);
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
export function Samples({ draft, known, ready }) {
  const { trials, problem } = useTrials(draft, ready);
  if (problem) return el('p.problem', { role: 'alert' }, said(problem));
  if (!trials || !trials.length || !trials.some(each => each.trial.formulas.length)) return null;
  const { title, shown } = values({ ...known, currency: draft.currency, zone: draft['time-zone'] });
  return el('section.panel', { 'aria-labelledby': 'samples' }, el('h2', { id: 'samples' }, t('For real orders', 'На настоящих заказах')),
    el('div.columns', null, trials.map(({ order, trial }) => el('article', { key: order.id },
      el('h3', null, t(`Order ${order.number || order.id}`, `Заказ ${order.number || order.id}`)),
      trial.formulas.map(formula => el('div', { key: formula.name },
        el('p', null, formula.name === 'revenue' ? t('Revenue: ', 'Выручка: ') : t('Cost: ', 'Себестоимость: '), el('b', null, exact(formula.amount, draft.currency)),
          formula.problem && el('span.problem', null, ` ${formula.problem[language]}`)),
        el('dl.values', null, formula.values.map(each => el('div', null, el('dt', null, title(each.name)), el('dd', null, shown(each.name, each.value)))))))))));
}
