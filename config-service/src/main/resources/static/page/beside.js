// Told to whom others edit beside, or have changed the connector meanwhile: what differs, and what may become of it.
import { el, usePolled, useState } from './view.js';
import { moment, said, t } from './words.js';
import * as api from './api.js';
import { differences, merged } from './changes.js';

export function Beside({ id, draft, latest, known, save, forget, begun }) {
  const { connector, begun: { others } } = known;
  const zone = latest['time-zone'];
  const stale = draft.revision !== connector['latest-revision'];
  return [
    others.length > 0 && el('p.notice', { role: 'status' }, others.map(each => t(
      `${each.by} is changing this connector too (last ${moment(each['updated-at'], zone)}). `,
      `${each.by} тоже меняет это подключение (последний раз ${moment(each['updated-at'], zone)}). `))),
    begun && stale && el(Stale, { id, draft, latest, known, save, forget }),
  ];
}

function Stale({ id, draft, latest, known, save, forget }) {
  const revision = known.connector['latest-revision'];
  const [problem, setProblem] = useState(null);
  const { value: written = {} } = usePolled(() => both(id, draft.revision, revision), 0, [id, draft.revision, revision]);
  const { seen, theirs } = written;
  const by = theirs ? theirs.by : known.connector['updated-by'];
  const base = seen && seen.configuration;
  return el('section.notice', { role: 'alert' },
    el('h2', null, t(`${by} changed this connector meanwhile`, `${by} тем временем изменил это подключение`)),
    base && el(Listed, { title: t('They changed', 'Их изменения'), texts: differences(base, latest, known) }),
    base && el(Listed, { title: t('You changed', 'Ваши изменения'), texts: differences(base, draft.config, known) }),
    !base && el(Listed, { title: t('Yours differs from theirs', 'Ваша версия отличается'), texts: differences(latest, draft.config, known) }),
    problem && el('p.problem', null, said(problem)),
    el('div.actions', null,
      el('button', { type: 'button', onClick: () => forget().catch(setProblem) }, t('Take theirs', 'Взять их версию')),
      el('button', { type: 'button', onClick: () => save({ revision, config: draft.config }) }, t('Keep mine alone', 'Оставить только мою')),
      base && el('button.primary', { type: 'button', onClick: () => save({ revision, config: merged(base, draft.config, latest) }) },
        t('Put mine on top of theirs', 'Добавить мои к их изменениям'))));
}

/** What the draft began from and what is written now. Where much was done meanwhile the first is not on the first page, and may be held no more. */
async function both(id, from, to) {
  const { entries, more } = await api.history(id, 0);
  const of = number => entries.find(each => each.revision === number);
  const seen = of(from) || (more ? await api.revision(id, from).catch(missing) : undefined);
  return { seen, theirs: of(to) };
}

function missing(problem) {
  if (problem.status !== 404) throw problem;
}

export function Listed({ title, texts }) {
  return [el('h3', null, title), el('ul', null, texts.length ? texts.map(each => el('li', null, each)) : el('li.muted', null, t('nothing that matters', 'ничего существенного')))];
}
