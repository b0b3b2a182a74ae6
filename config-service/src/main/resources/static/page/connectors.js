// The first page: a card a connector.
import { Dialog, el, Title, usePolled, useState } from './view.js';
import { number, said, t } from './words.js';
import * as api from './api.js';
import { may } from './who.js';
import { changed, left, progressText, stateOf, until } from './states.js';
import { latestOf, reset } from './drafts.js';
import { Access } from './credentials.js';
import { Removal, Reset } from './questions.js';
import { Drift } from './drift.js';
import { Menu } from './menu.js';

const PAGE = 12;

export function Connectors() {
  const [turn, setTurn] = useState(0);
  const [removed, setRemoved] = useState(null);
  const [failure, setFailure] = useState(null);
  const { value, problem } = usePolled(api.connectors, 3000, [turn]);
  const again = () => setTurn(turn + 1);
  const undo = async () => {
    setFailure(null);
    try { await api.create(removed); setRemoved(null); again(); } catch (refused) { setFailure(refused); }
  };
  return [
    el('div.heading', null, el(Title, null, t('Connectors', 'Подключения')),
      may('OPERATOR') && el('a.button.primary', { href: '#/connect' }, t('Connect RemOnline', 'Подключить RemOnline'))),
    problem && el('p.problem', { role: 'alert' }, said(problem)),
    removed && el('p.notice', { role: 'status' }, t(`“${removed.title}” was removed. `, `«${removed.title}» удалено. `),
      el('button.link', { type: 'button', onClick: undo },
        t('Undo (the key is to be given again)', 'Вернуть (ключ нужно будет задать заново)')), ' ',
      el('a', { href: `#/history/${removed.connector}` }, t('Its history', 'История'))),
    removed && failure && el('p.problem', { role: 'alert' }, said(failure)),
    value && !value.length && el(Empty),
    value && value.length > 0 && el(Cards, { all: value, again, onRemoved: setRemoved }),
    !value && !problem && el('p.muted', { role: 'status' }, t('Loading…', 'Загрузка…')),
  ];
}

/** Many are found by name; each card shown asks for its own news, so they are shown a page at a time. */
function Cards({ all, again, onRemoved }) {
  const [search, setSearch] = useState('');
  const [shown, setShown] = useState(PAGE);
  const found = all.filter(each => `${latestOf(each).title} ${each.connector}`.toLowerCase().includes(search.trim().toLowerCase()));
  const more = Math.min(PAGE, found.length - shown);
  return [
    all.length > PAGE && el('div.picker', null, el('label', null, t('Search', 'Поиск'), el('input', { type: 'search', value: search, onInput: event => { setSearch(event.target.value); setShown(PAGE); } })),
      el('p.muted', { role: 'status' }, t(`${number(Math.min(shown, found.length))} of ${number(found.length)} shown`, `Показано: ${number(Math.min(shown, found.length))} из ${number(found.length)}`))),
    el('ul.cards', { 'aria-label': t('Connectors', 'Подключения') }, found.slice(0, shown).map(each => el(Card, { key: each.connector, each, again, onRemoved }))),
    more > 0 && el('div.actions', null, el('button', { type: 'button', onClick: () => setShown(shown + PAGE) }, t(`Show ${number(more)} more`, `Показать ещё ${number(more)}`))),
  ];
}

function Empty() {
  return el('section.empty', null, el('h2', null, t('No shop is connected yet', 'Ещё ничего не подключено')),
    el('p', null, t('Connect RemOnline with its API key: orders load by themselves, then you say which status belongs to which stage.',
      'Подключите RemOnline по ключу API: заказы загрузятся сами, а вы укажете, какой статус к какому этапу относится.')),
    may('OPERATOR') ? el('a.button.primary', { href: '#/connect' }, t('Connect RemOnline', 'Подключить RemOnline'))
      : el('p.muted', null, t('You may look, not change: ask an operator to connect it.', 'У вас доступ только для просмотра: попросите оператора подключить RemOnline.')));
}

function Card({ each, again, onRemoved }) {
  const [asking, setAsking] = useState('');
  const [failure, setFailure] = useState(null);
  const latest = latestOf(each);
  const state = stateOf(each.status, latest['time-zone']);
  const counters = (each.status.transform && each.status.transform.counters) || {};
  const close = () => { setAsking(''); again(); };
  const act = async work => { setFailure(null); try { await work(); again(); } catch (problem) { setFailure(problem); } };
  const toggle = () => act(() => api.change({ ...latest, enabled: !latest.enabled }, each['latest-revision']));
  const anew = async () => {
    await reset(each.connector, each['latest-revision'], latest);
    location.hash = `#/edit/${each.connector}/review`;
  };
  const askReset = () => act(async () => ((await api.draft(each.connector)).draft ? setAsking('reset') : anew()));
  return el('li.card', null,
    el('div.card-head', null,
      el('h2', null, el('a', { href: `#/funnel/${each.connector}` }, latest.title)),
      el(Menu, { label: t(`Actions of ${latest.title}`, `Действия: ${latest.title}`), items: [
        [t('Open the funnel', 'Открыть воронку'), () => { location.hash = `#/funnel/${each.connector}`; }],
        [t('History of the settings', 'История настроек'), () => { location.hash = `#/history/${each.connector}`; }],
        ...(may('OPERATOR') ? [[t('Edit', 'Изменить'), () => { location.hash = `#/edit/${each.connector}/stages`; }],
        [t('Change access', 'Изменить доступ'), () => setAsking('access')],
        [latest.enabled ? t('Pause', 'Приостановить') : t('Resume', 'Возобновить'), toggle],
        [t('Reset settings', 'Сбросить настройки'), askReset],
        [t('Remove', 'Удалить'), () => setAsking('remove'), 'danger']] : []),
      ] })),
    el('p.state', { class: state.kind, role: 'status' }, el('span.dot', { 'aria-hidden': true }), state.text),
    state.progress && el('div.progress', null,
      el('progress', { max: state.progress.total || 1, value: state.progress.done, 'aria-label': state.text }), progressText(state.progress), left(each.connector, state.progress)),
    failure && el('p.problem', { role: 'alert' }, said(failure)),
    state.trouble && el('p.problem', null, state.trouble),
    state.answer && el('details', null, el('summary', null, t('What was answered', 'Что было в ответе')), el('p.muted', null, state.answer)),
    el(Rejection, { each }),
    el('dl.counts', null,
      count(t('known', 'известно'), counters.orders), count(t('in the funnel', 'в воронке'), counters.in_funnel),
      count(t('filtered out', 'отфильтровано'), counters.filtered_out),
      count(t('unmapped', 'без этапа'), counters.unmapped, counters.unmapped > 0)),
    may('OPERATOR') && counters.unmapped > 0 && el('p.hint', null, el('a', { href: `#/edit/${each.connector}/stages` },
      t('Some statuses belong to no stage: place them', 'Есть статусы без этапа: распределить'))),
    el(Drift, { id: each.connector, config: latest, brief: true }),
    el('p.muted', null, [changed(each.status, latest['time-zone']), until(each.status, latest['time-zone'])].filter(Boolean).join(' · ')),
    asking === 'access' && el(Access, { each, onClose: close }),
    asking === 'reset' && el(Reset, { latest, anew, onClose: close }),
    asking === 'remove' && el(Removal, { each, latest, counters, onClose: close, onRemoved }));
}

/** What is wrong with the settings that were written last, and where to mend it; the former stay in force. */
function Rejection({ each: { connector, pending, status: { problems, transform } } }) {
  if (!problems) return null;
  const told = problems.length ? problems : [{ message: (pending && pending.rejected) || transform.message }];
  const [step] = ['filter', 'calculation'].filter(each => problems.some(({ path }) => path.startsWith(each)));
  return el('section.problem', { 'aria-label': t('Why the settings were rejected', 'Почему настройки отклонены') },
    pending && el('p', null, t('The former settings stay in force. What is wrong with the new ones:', 'Действуют прежние настройки. Что не так с новыми:')),
    el('ul', null, told.map(each => el('li', null, said(each)))),
    may('OPERATOR') && el('p', null, el('a', { href: `#/edit/${connector}/${step || 'stages'}` }, t('Mend them', 'Исправить'))));
}

const count = (name, value, warn) =>
  el('div', { class: warn ? 'warn' : '' }, el('dt', null, name), el('dd', null, value === undefined ? '—' : number(value)));
