// What is asked before something goes that somebody has made.
import { el, Dialog, useState } from './view.js';
import { orders, said, t } from './words.js';
import * as api from './api.js';

/** `act` does what is asked about; why it could not is told where it was asked. */
export function Question({ title, text, no, yes, act, onClose }) {
  const [problem, setProblem] = useState(null);
  const go = async () => {
    try { await act(); } catch (refused) { setProblem(refused); }
  };
  return el(Dialog, { title, onClose },
    el('p', null, text),
    problem && el('p.problem', { role: 'alert' }, said(problem)),
    el('div.actions', null, el('button', { type: 'button', onClick: onClose }, no), el('button.danger', { type: 'button', onClick: go }, yes)));
}

export const Reset = ({ latest, anew, onClose }) => el(Question, { title: t(`Reset “${latest.title}”?`, `Сбросить «${latest.title}»?`), onClose, act: anew,
  text: t('You have unfinished changes of it. The reset takes their place; it is shown before anything is applied.',
    'У вас есть незаконченные изменения. Сброс займёт их место; до применения он будет показан.'),
  no: t('Keep my changes', 'Оставить мои изменения'), yes: t('Reset', 'Сбросить') });

export function Removal({ each, latest, counters, onClose, onRemoved }) {
  const act = async () => {
    await api.remove(each.connector, each['latest-revision']);
    onRemoved(latest);
    onClose();
  };
  const held = orders(counters.in_funnel || 0);
  return el(Question, { title: t(`Remove “${latest.title}”?`, `Удалить «${latest.title}»?`), onClose, act,
    text: t(`Its settings, its key and the figures of ${held} go. Nothing changes in RemOnline. “Connect RemOnline” offers the settings again, and with the key the figures come back.`,
      `Исчезнут настройки, ключ и показатели (${held}). В RemOnline ничего не изменится. «Подключить RemOnline» предложит эти настройки снова, а с ключом вернутся и показатели.`),
    no: t('Keep it', 'Оставить'), yes: t('Remove', 'Удалить') });
}
