// Statuses that appeared, were renamed or vanished since the stages were made, with the orders that they hold.
import { el, usePolled, useState } from './view.js';
import { money, orders, said, t } from './words.js';
import * as api from './api.js';
import { amount } from './figures.js';
import { may } from './who.js';

const KINDS = { appeared: () => t('New', 'Новый'), renamed: () => t('Renamed', 'Переименован'), vanished: () => t('Gone', 'Исчез') };

async function ask(id) {
  const drift = await api.drift(id);
  const all = Object.keys(KINDS).flatMap(kind => drift[kind].map(each => ({ ...each, kind })));
  return { all, figures: all.length ? await api.statuses(id) : {} };
}

export function Drift({ id, config, brief }) {
  const [turn, setTurn] = useState(0);
  const [problem, setProblem] = useState(null);
  const { value } = usePolled(() => ask(id), 10000, [id, turn, JSON.stringify(config.stages)]);
  if (!value || !value.all.length) return null;
  const seen = async () => { try { await api.seeStatuses(id); setTurn(turn + 1); } catch (refused) { setProblem(refused); } };
  return el('section.notice.drift', { 'aria-label': t('Statuses changed in RemOnline', 'Статусы в RemOnline изменились') },
    el('b', null, t('Statuses changed in RemOnline; nothing was moved', 'Статусы в RemOnline изменились; ничего не перемещено')),
    el('ul', null, value.all.slice(0, brief ? 3 : 50).map(each => el('li', { key: each.kind + each.id }, sentence(each, config, value.figures[each.id])))),
    brief && value.all.length > 3 && el('p', null, t(`and ${value.all.length - 3} more`, `и ещё ${value.all.length - 3}`)),
    problem && el('p.problem', { role: 'alert' }, said(problem)),
    !may('OPERATOR') ? null : brief ? el('a', { href: `#/edit/${id}/stages` }, t('Look at the stages', 'Посмотреть этапы'))
      : el('div.actions', null, el('button', { type: 'button', onClick: seen }, t('I have seen it', 'Понятно'))));
}

function sentence({ kind, name, before, stage }, config, figures) {
  const place = stage ? t(`in “${titleOf(config, stage)}”`, `в «${titleOf(config, stage)}»`) : t('in no stage', 'без этапа');
  const held = figures ? [orders(figures.orders), amount(figures, 'revenue').value !== undefined && money(figures.revenue, config.currency)].filter(Boolean).join(', ') : orders(0);
  const named = before ? `«${before}» → «${name}»` : `«${name}»`;
  return `${KINDS[kind]()}: ${named}, ${place} — ${held}`;
}

const titleOf = (config, id) => (config.stages.find(each => each.id === id) || { title: id }).title;
