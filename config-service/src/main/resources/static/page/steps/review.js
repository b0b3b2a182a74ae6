// What the change would do, then the change itself, watched until the figures are there.
import { Dialog, el, pause, useShown, useState } from '../view.js';
import { money, monthName, number, orders, said, t } from '../words.js';
import * as api from '../api.js';
import { usePlan } from '../planned.js';
import { amount } from '../figures.js';
import { progressText } from '../states.js';
import { Faults, faultsOf, Refusal } from './faults.js';

const MOVES = 20;
const MONTHS = 12;

const mapped = config => config.stages.some(each => each.statuses.length);

export function Review({ id, draft, latest, known, settle }) {
  const [going, setGoing] = useState(null);
  // What is in force already would change nothing any more.
  const { plan, problem, of = draft.config, working } = usePlan((going || draft).config, { after: 0, still: Boolean(going) });
  const [failure, setFailure] = useState(null);
  const [done, setDone] = useState(null);
  const shown = useShown();
  const stale = draft.revision !== known.connector['latest-revision'];

  /** The connector; that the service is away for a while is said, and ends nothing. */
  async function asked() {
    for (;;) {
      try {
        return await api.connector(id);
      } catch (refused) {
        if ((refused.status >= 400 && refused.status < 500) || !shown.current) throw refused;
        setGoing(now => ({ ...now, away: refused }));
        await pause(2000);
      }
    }
  }

  async function apply() {
    setFailure(null);
    setGoing({ config: draft.config });
    try {
      const { revision, overwrote } = await api.change(draft.config, draft.revision);
      // From here on it is in force: whoever goes on editing meanwhile edits what was applied, and is not called back.
      await settle(revision);
      let seen;
      while (shown.current) {
        seen = await asked();
        const { status } = seen;
        const own = status.transform || {};
        setGoing({ config: draft.config, applied: status.revision >= revision, progress: own.progress });
        if (own.state === 'CONFIG_REJECTED' && own.revision === revision) throw { message: own.message };
        // A later one that was rejected says nothing of this one but that it is over.
        if (own.revision > revision || (status.revision >= revision && own.revision >= revision && own.state === 'CONNECTED')) break;
        await pause(500);
      }
      if (!shown.current) return;
      if (overwrote) throw overwritten(overwrote);
      const first = !mapped(latest) && mapped(draft.config);
      if (first) setDone(seen);
      else location.hash = `#/funnel/${id}`;
    } catch (refused) { setFailure(refused); setGoing(null); }
  }

  if (done) return el(Connected, { id, done });
  return [
    el(Refusal, { problem }),
    el(Faults, { id, faults: faultsOf(problem), config: of, known }),
    working && !plan && el('p.muted', { role: 'status' }, t('Working out what changes…', 'Выясняем, что изменится…')),
    plan && el(Effect, { plan }),
    failure && el('p.problem', { role: 'alert' }, said(failure)),
    going && el('div.progress', { role: 'status' }, el('progress', going.progress ? { max: going.progress.total || 1, value: going.progress.done, 'aria-label': t('Recalculating', 'Пересчёт') } : { 'aria-label': t('Recalculating', 'Пересчёт') }),
      t('Recalculating the funnel… ', 'Пересчитываем воронку… '), going.progress ? progressText(going.progress) : '',
      going.away && el('p.problem', null, said(going.away)),
      going.applied && el('p.muted', null, t('It is in force already, and goes on if you leave this page.', 'Настройки уже действуют; пересчёт продолжится, если уйти с этой страницы.'))),
    el('div.actions.sticky', null, el('a.button', { href: `#/edit/${id}/calculation` }, t('Back', 'Назад')),
      el('button.primary', { type: 'button', disabled: Boolean(going || !plan || stale || working), onClick: apply }, t('Apply', 'Применить'))),
  ];
}

/** By another instance, which this one had not heard of yet. */
const overwritten = other => ({ en: `It is in force. Revision ${other}, which somebody else wrote at the same moment, is no longer: see the history of the settings.`,
  ru: `Настройки действуют. Ревизия ${other}, записанная кем-то другим в тот же момент, больше не действует: см. историю настроек.` });

/** At the end of the first time through the steps. */
function Connected({ id, done }) {
  const { orders: known = 0, in_funnel: counted = 0 } = (done.status.transform && done.status.transform.counters) || {};
  const leave = () => { location.hash = `#/funnel/${id}`; };
  return el(Dialog, { title: t('Connected', 'Подключено'), onClose: leave },
    el('p', null, t(`“${done.configuration.title}” is connected: ${number(counted)} of ${orders(known)} are in the funnel so far. It follows RemOnline by itself now.`,
      `«${done.configuration.title}» подключено: в воронке ${number(counted)} из ${number(known)} известных заказов. Дальше воронка следует за RemOnline сама.`)),
    el('div.actions', null, el('a.button', { href: '#/' }, t('All connectors', 'Все подключения')),
      el('a.button.primary', { href: `#/funnel/${id}` }, t('See the funnel', 'Смотреть воронку'))));
}

function Effect({ plan }) {
  const { changes, currency } = plan;
  const currencies = { before: plan['currency-before'] || currency, after: currency };
  const months = shownMonths(plan.months);
  const titles = Object.fromEntries(plan.stages.map(each => [each.id, each['title-after'] || each['title-before'] || t('Unmapped', 'Без этапа')]));
  const name = (stage, none) => (stage ? titles[stage] || stage : none);
  const effects = [[changes.moves, t('move to another stage', 'перейдут в другой этап')], [changes.enters, t('enter the funnel', 'войдут в воронку')],
    [changes.leaves, t('leave the funnel', 'покинут воронку')], [changes.revalued, t('change in revenue or cost', 'изменят выручку или себестоимость')], [changes.stays, t('stay as they are', 'останутся как есть')]].filter(([count]) => count > 0);
  return [
    el('ul.effects', null, effects.map(([count, text]) => el('li.panel', null, el('b', null, number(count)), el('span', null, text)))),
    el(Compared, { title: t('By stage', 'По этапам'), head: t('Stage', 'Этап'), currencies, rows: plan.stages.map(each => [titles[each.id], each.before, each.after]).concat([[t('Total', 'Всего'), plan.all.before, plan.all.after]]) }),
    plan.flows.length > 0 && el('section.panel', null, el('h2', null, t('What moves', 'Что перейдёт')), el('ul', null, plan.flows.slice(0, MOVES).map(each =>
      el('li', null, `${name(each.from, t('outside', 'вне воронки'))} → ${name(each.to, t('outside', 'вне воронки'))}: `, el('b', null, orders(each.orders.count))))),
    plan.flows.length > MOVES && el('p.muted', null, t(`and ${number(plan.flows.length - MOVES)} more`, `и ещё ${number(plan.flows.length - MOVES)}`))),
    plan['newly-unmapped'].length > 0 && el('section.panel', null, el('h2', null, t('Becomes unmapped', 'Останется без этапа')), el('ul', null,
      plan['newly-unmapped'].map(each => el('li', null, `${each['status-name'] || each['status-id']}: `, el('b', null, orders(each.orders.count)))))),
    el(Compared, { title: t('By month', 'По месяцам'), head: t('Month', 'Месяц'), currencies, rows: months.map(each => [monthName(each.month), each.before, each.after]) }),
    plan.months.length > months.length && el('p.muted', null, t(`${number(plan.months.length - months.length)} more months are not shown; those that change come first.`,
      `Ещё месяцев: ${number(plan.months.length - months.length)}; показаны прежде всего те, что меняются.`)),
  ];
}

/** The newest of those that change, then of the others; newest first. */
function shownMonths(all) {
  const newest = [...all].reverse();
  const changes = each => JSON.stringify(each.before) !== JSON.stringify(each.after);
  const chosen = [...newest.filter(changes), ...newest.filter(each => !changes(each))].slice(0, MONTHS);
  return newest.filter(each => chosen.includes(each));
}

/** Each side in its own currency: nothing is converted. */
function Compared({ title, head, rows, currencies }) {
  const cell = (same, before, after) => el('td.num', { class: same ? '' : 'changed' }, same ? after : [el('s', null, before), ' ', el('b', null, after)]);
  const sums = kind => (before, after) => {
    const [was, is] = [before, after].map(each => amount(each, kind).value);
    return cell(was === is && currencies.before === currencies.after, money(was, currencies.before), money(is, currencies.after));
  };
  return el('section.panel', null, el('h2', null, title), el('div.scroll', { tabIndex: 0, role: 'region', 'aria-label': title }, el('table', null,
    el('thead', null, el('tr', null, [head, t('Orders', 'Заказы'), t('Revenue', 'Выручка'), t('Cost', 'Себестоимость')].map((each, n) => el('th', { scope: 'col', class: n ? 'num' : '' }, each)))),
    el('tbody', null, rows.map(([name, before, after]) => el('tr', null, el('th', { scope: 'row' }, name),
      cell(before.orders === after.orders, number(before.orders), number(after.orders)), sums('revenue')(before, after), sums('cost')(before, after)))))));
}
