// The wizard: what its steps share. A draft is kept at each change; nothing is written before the last step.
import { el, useEffect, useMemo, usePolled, useRef, useState } from './view.js';
import { said, t } from './words.js';
import * as api from './api.js';
import { keeper } from './drafts.js';
import { Beside } from './beside.js';
import { Basics } from './steps/basics.js';
import { Connect } from './steps/connect.js';
import { Filter } from './steps/filter.js';
import { Stages } from './steps/stages.js';
import { Calculation } from './steps/calculation.js';
import { Review } from './steps/review.js';

const STEPS = [
  ['filter', () => t('Filter', 'Фильтр'), Filter],
  ['stages', () => t('Stages', 'Этапы'), Stages],
  ['calculation', () => t('Calculation', 'Расчёт'), Calculation],
  ['review', () => t('Review', 'Проверка'), Review],
];

export function Wizard({ id, step }) {
  return id ? el(Editing, { id, step }) : el(Connect);
}

async function load(id) {
  const [connector, names, fields, statuses, begun] = await Promise.all([api.connector(id), api.dictionaries(id), api.fields(id), api.statuses(id), api.draft(id)]);
  return { connector, names, fields, statuses, begun };
}

/** What was asked, and what was applied from here since then: the next asking tells of it too. */
const since = (asked, applied) => (asked && applied && applied.revision > asked.connector['latest-revision']
  ? { ...asked, connector: { ...asked.connector, 'latest-revision': applied.revision, pending: { configuration: applied.config } } } : asked);

function Editing({ id, step }) {
  const { value: asked, problem } = usePolled(() => load(id), 5000, [id]);
  const [applied, setApplied] = useState(null);
  const known = since(asked, applied);
  const [own, setOwn] = useState(undefined);
  const newest = useRef(own);
  newest.current = own;
  const [unkept, setUnkept] = useState(null);
  const drafts = useMemo(() => keeper(id, setUnkept), [id]);
  const found = known && known.begun.draft;
  const kept = own === undefined ? found && { revision: found.revision, config: found.configuration } : own;
  const latest = known && ((known.connector.pending && known.connector.pending.configuration) || known.connector.configuration);
  const start = () => ({ revision: known.connector['latest-revision'], config: latest });
  const save = draft => { drafts.keep(draft); setOwn(draft); };
  useEffect(() => {
    addEventListener('pagehide', drafts.leave);
    return () => { removeEventListener('pagehide', drafts.leave); drafts.flush(); };
  }, [drafts]);
  if (!known) {
    return problem ? el('p.problem', { role: 'alert' }, said(problem)) : el('p.muted', { role: 'status' }, t('Loading…', 'Загрузка…'));
  }
  const draft = kept || start();
  const set = part => save({ ...draft, config: { ...draft.config, ...part } });
  const forget = () => { setOwn(null); return drafts.drop(); };
  /** The draft was applied. What was changed in it while that went on is the next one. */
  const settle = revision => {
    setApplied({ revision, config: draft.config });
    return newest.current === own ? forget() : save({ ...newest.current, revision });
  };
  const at = Math.max(0, STEPS.findIndex(([name]) => name === step));
  const to = n => `#/edit/${id}/${STEPS[n][0]}`;
  return [
    el('div.heading', null, el('h1', null, draft.config.title), el(Basics, { config: draft.config, set }), el('a', { href: `#/funnel/${id}` }, t('To the funnel', 'К воронке'))),
    el('nav.steps', { 'aria-label': t('Steps', 'Шаги') }, el('ol', null, STEPS.map(([name, title], n) =>
      el('li', null, el('a', { href: to(n), 'aria-current': n === at ? 'step' : undefined }, el('span', { 'aria-hidden': true }, n + 1), title()))))),
    kept && own === undefined && el('p.notice', { role: 'status' }, t('Your unfinished changes are here again. ', 'Здесь ваши незаконченные изменения. '),
      el('button.link', { type: 'button', onClick: forget }, t('Throw them away', 'Отбросить их'))),
    unkept && el('p.problem', { role: 'alert' }, t('Your changes could not be kept: ', 'Изменения не удалось сохранить: '), said(unkept)),
    problem && el('p.problem', { role: 'alert' }, said(problem)),
    el(Beside, { id, draft, latest, known, save, forget, begun: Boolean(kept) }),
    el(STEPS[at][2], { id, draft, latest, known, set, settle }),
    at < STEPS.length - 1 && el('div.actions.sticky', null,
      at > 0 && el('a.button', { href: to(at - 1) }, t('Back', 'Назад')), el('a.button.primary', { href: to(at + 1) }, t('Next', 'Далее'))),
  ];
}
