// The wizard: its steps, and what stands above and below each. Nothing is written before the last.
import { el, Title, useState } from './view.js';
import { said, t } from './words.js';
import { useDraft } from './editing.js';
import { Beside } from './beside.js';
import { isOfAnotherWindow } from './drafts.js';
import { Question } from './questions.js';
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

/** What becomes of what is changed here. It stands there from the beginning, so that nothing moves under the pointer once something is. */
function Keeping({ editing: { isBegun, isFound, forget } }) {
  const [asking, setAsking] = useState(false);
  const away = async () => { await forget(); setAsking(false); };
  return [
    el('p', { class: isFound ? 'notice' : 'muted', role: 'status' },
      isFound ? t('Your unfinished changes are here again. ', 'Здесь ваши незаконченные изменения. ')
        : isBegun ? t('Your changes are kept as a draft, and in force once they are applied. ', 'Изменения сохранены как черновик и вступят в силу, когда вы их примените. ')
          : t('What you change here is kept as a draft: nothing changes before you apply it.', 'Всё, что вы измените здесь, сохранится как черновик: до применения ничего не изменится.'),
      isBegun && el('button.link', { type: 'button', onClick: () => setAsking(true) }, t('Throw them away', 'Отбросить их'))),
    asking && el(Question, { title: t('Throw your changes away?', 'Отбросить ваши изменения?'),
      text: t('All that you changed and did not apply goes, in every step. What is in force stays.', 'Пропадёт всё, что вы изменили и не применили, на всех шагах. Действующие настройки останутся.'),
      no: t('Keep them', 'Оставить'), yes: t('Throw away', 'Отбросить'), act: away, onClose: () => setAsking(false) }),
  ];
}

function AnotherWindow({ editing: { giveWay, insist } }) {
  const [problem, setProblem] = useState(null);
  return el('section.notice', { role: 'alert' },
    el('p', null, t('You are changing this connector in another window too, and what was done there was kept last. What you did here since is not kept.',
      'Вы меняете это подключение и в другом окне, и последним сохранено сделанное там. Сделанное после этого здесь не сохранено.')),
    problem && el('p.problem', null, said(problem)),
    el('div.actions', null, el('button', { type: 'button', onClick: () => giveWay().catch(setProblem) }, t('Go on with what is there', 'Продолжить с тем, что там')),
      el('button.primary', { type: 'button', onClick: () => insist().catch(setProblem) }, t('Keep what is here', 'Оставить то, что здесь'))));
}

export function Wizard({ id, step }) {
  return id ? el(Editing, { id, step }) : el(Connect);
}

function Editing({ id, step }) {
  const editing = useDraft(id);
  const { problem, known, draft } = editing;
  if (!known) {
    return [el(Title, null, t('Settings', 'Настройки')), problem ? el('p.problem', { role: 'alert' }, said(problem)) : el('p.muted', { role: 'status' }, t('Loading…', 'Загрузка…'))];
  }
  const { latest, isBegun, unkept, set, save, forget, settle } = editing;
  const at = Math.max(0, STEPS.findIndex(([name]) => name === step));
  const to = n => `#/edit/${id}/${STEPS[n][0]}`;
  return [
    el('div.heading', null, el(Title, { part: STEPS[at][1]() }, draft.config.title), el(Basics, { config: draft.config, set }), el('a', { href: `#/funnel/${id}` }, t('To the funnel', 'К воронке'))),
    el('nav.steps', { 'aria-label': t('Steps', 'Шаги') }, el('ol', null, STEPS.map(([name, title], n) =>
      el('li', null, el('a', { href: to(n), 'aria-current': n === at ? 'step' : undefined }, el('span', { 'aria-hidden': true }, n + 1), title()))))),
    el(Keeping, { editing }),
    isOfAnotherWindow(unkept) ? el(AnotherWindow, { editing }) : unkept && el('p.problem', { role: 'alert' }, t('Your changes could not be kept: ', 'Изменения не удалось сохранить: '), said(unkept)),
    problem && el('p.problem', { role: 'alert' }, said(problem)),
    el(Beside, { id, draft, latest, known, save, forget, begun: isBegun }),
    el(STEPS[at][2], { id, draft, latest, known, set, settle }),
    at < STEPS.length - 1 && el('div.actions.sticky', null,
      at > 0 && el('a.button', { href: to(at - 1) }, t('Back', 'Назад')), el('a.button.primary', { href: to(at + 1) }, t('Next', 'Далее'))),
  ];
}
