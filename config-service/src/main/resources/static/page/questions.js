// What is asked before a connector is reset or removed.
import { el, Dialog, useState } from './view.js';
import { orders, said, t } from './words.js';
import * as api from './api.js';

export function Reset({ latest, anew, onClose }) {
  const [problem, setProblem] = useState(null);
  const begin = async () => {
    try { await anew(); } catch (refused) { setProblem(refused); }
  };
  return el(Dialog, { title: t(`Reset “${latest.title}”?`, `Сбросить «${latest.title}»?`), onClose },
    el('p', null, t('You have unfinished changes of it. The reset takes their place; it is shown before anything is applied.',
      'У вас есть незаконченные изменения. Сброс займёт их место; до применения он будет показан.')),
    problem && el('p.problem', { role: 'alert' }, said(problem)),
    el('div.actions', null, el('button', { type: 'button', onClick: onClose }, t('Keep my changes', 'Оставить мои изменения')),
      el('button.danger', { type: 'button', onClick: begin }, t('Reset', 'Сбросить'))));
}

export function Removal({ each, latest, counters, onClose, onRemoved }) {
  const [problem, setProblem] = useState(null);
  const remove = async () => {
    try { await api.remove(each.connector, each['latest-revision']); onRemoved(latest); onClose(); } catch (refused) { setProblem(refused); }
  };
  return el(Dialog, { title: t(`Remove “${latest.title}”?`, `Удалить «${latest.title}»?`), onClose },
    el('p', null, t(`Its settings, its key and the figures of ${orders(counters.in_funnel || 0)} go. Nothing changes in RemOnline. “Connect RemOnline” offers the settings again, and with the key the figures come back.`,
      `Исчезнут настройки, ключ и показатели (${orders(counters.in_funnel || 0)}). В RemOnline ничего не изменится. «Подключить RemOnline» предложит эти настройки снова, а с ключом вернутся и показатели.`)),
    problem && el('p.problem', { role: 'alert' }, said(problem)),
    el('div.actions', null, el('button', { type: 'button', onClick: onClose }, t('Keep it', 'Оставить')),
      el('button.danger', { type: 'button', onClick: remove }, t('Remove', 'Удалить'))));
}
