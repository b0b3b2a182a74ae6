// The wizard: its steps, and what stands above and below each. Nothing is written before the last.
import { el } from './view.js';
import { said, t } from './words.js';
import { useDraft } from './editing.js';
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

function Editing({ id, step }) {
  const editing = useDraft(id);
  const { problem, known, draft } = editing;
  if (!known) {
    return problem ? el('p.problem', { role: 'alert' }, said(problem)) : el('p.muted', { role: 'status' }, t('Loading…', 'Загрузка…'));
  }
  const { latest, isBegun, isFound, unkept, set, save, forget, settle } = editing;
  const at = Math.max(0, STEPS.findIndex(([name]) => name === step));
  const to = n => `#/edit/${id}/${STEPS[n][0]}`;
  return [
    el('div.heading', null, el('h1', null, draft.config.title), el(Basics, { config: draft.config, set }), el('a', { href: `#/funnel/${id}` }, t('To the funnel', 'К воронке'))),
    el('nav.steps', { 'aria-label': t('Steps', 'Шаги') }, el('ol', null, STEPS.map(([name, title], n) =>
      el('li', null, el('a', { href: to(n), 'aria-current': n === at ? 'step' : undefined }, el('span', { 'aria-hidden': true }, n + 1), title()))))),
    isFound && el('p.notice', { role: 'status' }, t('Your unfinished changes are here again. ', 'Здесь ваши незаконченные изменения. '),
      el('button.link', { type: 'button', onClick: forget }, t('Throw them away', 'Отбросить их'))),
    unkept && el('p.problem', { role: 'alert' }, t('Your changes could not be kept: ', 'Изменения не удалось сохранить: '), said(unkept)),
    problem && el('p.problem', { role: 'alert' }, said(problem)),
    el(Beside, { id, draft, latest, known, save, forget, begun: isBegun }),
    el(STEPS[at][2], { id, draft, latest, known, set, settle }),
    at < STEPS.length - 1 && el('div.actions.sticky', null,
      at > 0 && el('a.button', { href: to(at - 1) }, t('Back', 'Назад')), el('a.button.primary', { href: to(at + 1) }, t('Next', 'Далее'))),
  ];
}
