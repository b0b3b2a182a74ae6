// Who changed what and when; an earlier revision becomes a new one, once its plan was seen.
import { el, Title, usePolled, useState } from './view.js';
import { moment, number, said, t } from './words.js';
import * as api from './api.js';
import { may } from './who.js';
import { differences } from './changes.js';

async function load(id) {
  const [connector, names, fields, begun] = await Promise.all([connectorOf(id), api.dictionaries(id), api.fields(id), api.draft(id)]);
  return { connector, names, fields, begun };
}

/** One that was removed has a history too: it is known by the configuration that it had last. */
async function connectorOf(id) {
  const removed = (await api.removedConnectors()).find(each => each.configuration.connector === id);
  return removed ? { ...removed, isRemoved: true } : api.connector(id);
}

export function History({ id }) {
  const [page, setPage] = useState(0);
  const about = usePolled(() => load(id), 5000, [id]);
  const { value: log, problem } = usePolled(() => api.history(id, page), 5000, [id, page]);
  const failure = problem || about.problem;
  const title = el(Title, null, t('History of the settings', 'История настроек'));
  if (!log || !about.value) return [title, failure ? el('p.problem', { role: 'alert' }, said(failure)) : el('p.muted', { role: 'status' }, t('Loading…', 'Загрузка…'))];
  const known = about.value;
  return [
    el('div.heading', null, title,
      known.connector.isRemoved ? el('b', null, known.connector.configuration.title) : el('a', { href: `#/funnel/${id}` }, known.connector.configuration.title)),
    known.connector.isRemoved && el('p.notice', null, t('It was removed. Connect it again to go back to an earlier revision. ', 'Подключение удалено. Чтобы вернуться к прежней ревизии, подключите его снова. '),
      may('OPERATOR') && el('a', { href: '#/connect' }, t('Connect RemOnline', 'Подключить RemOnline'))),
    failure && el('p.problem', { role: 'alert' }, said(failure)),
    known.begun.draft && el('p.notice', { role: 'status' }, t('You have unfinished changes; going back puts the earlier settings in their place. ', 'У вас есть незаконченные изменения; при возврате их заменят прежние настройки. '),
      el('a', { href: `#/edit/${id}/review` }, t('Look at them', 'Посмотреть их'))),
    !log.entries.length && el('p.empty', null, t('Nothing is known yet.', 'Пока ничего не известно.')),
    el('ol.history', null, log.entries.map(each => el(Entry, { key: `${each.kind}${each.revision || each.at}`, id, each, known }))),
    el('div.actions', null,
      page > 0 && el('button', { type: 'button', onClick: () => setPage(page - 1) }, t('Newer', 'Новее')),
      log.more && el('button', { type: 'button', onClick: () => setPage(page + 1) }, t('Older', 'Старее'))),
  ];
}

const HEADS = {
  created: () => t('Connected', 'Подключено'),
  changed: () => t('Settings changed', 'Настройки изменены'),
  removed: () => t('Removed', 'Удалено'),
  key: () => t('API key given', 'Задан ключ API'),
};

function Entry({ id, each, known }) {
  const [problem, setProblem] = useState(null);
  const { connector } = known;
  const latest = each.revision === connector['latest-revision'];
  const texts = each.before ? differences(each.before, each.configuration, known) : [];
  const back = async () => {
    try {
      await api.keepDraft(id, { revision: connector['latest-revision'], config: each.configuration });
      location.hash = `#/edit/${id}/review`;
    } catch (refused) { setProblem(refused); }
  };
  return el('li.panel', null,
    el('div.heading', null, el('h2', null, HEADS[each.kind](), each.revision !== undefined && el('small', null, t(`revision ${number(each.revision)}`, `ревизия ${number(each.revision)}`))),
      el('p.muted', null, moment(each.at, connector.configuration['time-zone']), ' · ', el('b', null, each.by || '—')),
      latest ? el('span.muted', null, t('in force or about to be', 'действует или вступает в силу'))
        : each.configuration && !connector.isRemoved && may('OPERATOR') && el('button', { type: 'button', onClick: back, 'aria-label': t(`Go back to revision ${each.revision}`, `Вернуться к ревизии ${each.revision}`) }, t('Go back to this', 'Вернуться к этому'))),
    each.kind === 'changed' && el('ul', null, texts.length ? texts.map(text => el('li', null, text)) : el('li.muted', null, t('Nothing that matters', 'Ничего существенного'))),
    problem && el('p.problem', { role: 'alert' }, said(problem)));
}
