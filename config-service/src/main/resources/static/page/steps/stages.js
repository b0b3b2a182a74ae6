// Statuses on the left, containers on the right; by mouse, or select and "Put here" with the keyboard.
import { el, useRef, useState } from '../view.js';
import { money, number, orders, t } from '../words.js';
import { idOf } from '../drafts.js';
import { amount } from '../figures.js';
import { usePlan } from '../planned.js';
import { Drift } from '../drift.js';
import { Rest, Search, useFound } from '../found.js';
import { countable } from './condition.js';
import { Container, STATUSES } from './container.js';
import { at, Faults, faultsOf, Refusal } from './faults.js';

const GROUPS = { 1: 'initial', 6: 'success', 7: 'failure' };

export function Stages({ id, draft, known, set }) {
  const { config } = draft;
  const [chosen, setChosen] = useState([]);
  const counted = countable(config);
  const { plan, problem, of = counted } = usePlan(counted);
  const reckoned = useRef(undefined);
  if (plan && plan.statuses) reckoned.current = plan.statuses;
  const { statuses, held } = standing(reckoned.current, known, config);
  const faults = faultsOf(problem);
  const faultsAt = stage => at(faults, `stages[${of.stages.findIndex(each => each.id === stage.id)}]`);
  const place = new Map(config.stages.flatMap(stage => stage.statuses.map(id => [String(id), stage])));
  const update = stages => set({ stages });
  const without = ids => config.stages.map(stage => ({ ...stage, statuses: stage.statuses.filter(id => !ids.includes(String(id))) }));
  const put = (ids, target) => {
    update(without(ids).map(stage => (stage.id === target ? { ...stage, statuses: [...stage.statuses, ...ids.map(Number)] } : stage)));
    setChosen([]);
  };
  const add = (title, held = []) => update([...without(held.map(String)),
    { id: idOf(title, config.stages.map(each => each.id), 'stage'), title, statuses: held }]);
  return [el(Drift, { id, config }), el('div.mapping', null,
    el('section.panel', { 'aria-labelledby': 'statuses' }, el('h2', { id: 'statuses' }, t('Statuses in RemOnline', 'Статусы в RemOnline')),
      el('p.muted', null, t('Choose statuses, then “Put here” at a container, or drag them.', 'Отметьте статусы и нажмите «Поместить сюда» у этапа или перетащите их.')),
      el(Statuses, { all: statuses, isPlaced: each => place.has(each.id), held,
        text: each => `${each.name} ${(place.get(each.id) || { title: t('in no stage', 'без этапа') }).title}`,
        row: each => el(Status, { key: each.id, each, stage: place.get(each.id), figures: held(each.id), currency: config.currency, chosen, setChosen,
          onOwn: () => add(each.name, [Number(each.id)]) }) }),
      el('button', { type: 'button', onClick: () => update(suggested(config.stages, statuses, place)) },
        t('Suggest a place for the rest', 'Предложить места остальным'))),
    el('section', { 'aria-labelledby': 'containers' }, el('h2.aside', { id: 'containers' }, t('Stages of the funnel', 'Этапы воронки')),
      el('ol.containers', null, config.stages.map((stage, n) => el(Container, { key: stage.id, stage, n, stages: config.stages, statuses, faults: faultsAt(stage), chosen, put, update,
        takeOut: id => update(without([id])) }))),
      el(Refusal, { problem }),
      el(Faults, { id, faults: faults.filter(each => !each.path.startsWith('stages[')), config: of, known, own: 'stages' }),
      el('button', { type: 'button', onClick: () => add(t('New stage', 'Новый этап')) }, t('+ Add a stage', '+ Добавить этап'))))];
}

/**
 * The source's statuses in its order, then those that it has no more and that orders still stand in or a stage still names; and what is
 * held by each: all that are known of it, and what those that count come to by the last draft that made a funnel. That is what is in the
 * funnel now until it was reckoned, or by a transform that does not tell.
 */
function standing(reckoned, known, config) {
  const rows = new Map(reckoned ? reckoned.map(each => [String(each['status-id']), { known: each.orders, ...(each.dropped && each.dropped.orders ? each.dropped : each.after) }])
    : Object.entries(known.statuses).map(([id, each]) => [id, { known: each.orders, ...each }]));
  const named = known.names.status || [];
  const listed = named.filter(each => !each.deleted);
  const has = id => listed.some(each => each.id === id);
  const used = [...new Set([...rows.keys(), ...config.stages.flatMap(each => each.statuses.map(String))])];
  // Before the source's list is there nothing is missing in it.
  const gone = named.length ? used.filter(id => !has(id)).map(id => ({ id, name: `#${id}`, attributes: {}, ...named.find(each => each.id === id), gone: true })) : [];
  return { statuses: [...listed, ...gone], held: id => rows.get(id) || { known: 0, orders: 0 } };
}

/** By the source's own groups: new, closed well, closed badly, and all else in progress; only what has no place yet. */
function suggested(stages, statuses, place) {
  const next = stages.map(stage => ({ ...stage, statuses: [...stage.statuses] }));
  statuses.filter(each => !place.has(each.id)).forEach(each => {
    const marker = GROUPS[each.attributes.group] || 'in-progress';
    const target = next.find(stage => stage.marker === marker) || next[0];
    if (target) target.statuses.push(Number(each.id));
  });
  return next;
}

/** Found by the stage that they are in too. */
function Statuses({ all, text, row, isPlaced, held }) {
  const found = useFound(all, text);
  const outside = all.filter(each => !isPlaced(each));
  const count = outside.reduce((sum, each) => sum + held(each.id).orders, 0);
  return [
    el(Search, { found }),
    found.isLong && outside.length > 0 && el('button.link', { type: 'button', onClick: () => found.setSearch(t('in no stage', 'без этапа')) },
      t(`In no stage: ${number(outside.length)}, with ${orders(count)}`, `Без этапа: ${number(outside.length)}, в них ${orders(count)}`)),
    el('ul.statuses', null, found.shown.map(row)),
    el(Rest, { found, none: t('No status is called so.', 'Таких статусов нет.'), hint: t(', or “in no stage”', ' или «без этапа»') }),
  ];
}

function Status({ each, stage, figures, currency, chosen, setChosen, onOwn }) {
  const on = chosen.includes(each.id);
  const dragged = event => event.dataTransfer.setData(STATUSES, JSON.stringify(on ? chosen : [each.id]));
  return el('li', { class: stage ? '' : 'unplaced', draggable: true, onDragStart: dragged },
    el('button.status', { type: 'button', 'aria-pressed': String(on), onClick: () => setChosen(on ? chosen.filter(id => id !== each.id) : [...chosen, each.id]) },
      el('svg', { width: 14, height: 14, 'aria-hidden': true }, el('circle', { cx: 7, cy: 7, r: 6, fill: each.attributes.color || 'gray' })),
      el('span.status-name', null, each.name, el('small', null, stage ? stage.title : t('in no stage', 'без этапа'), each.gone ? t(' · not in RemOnline any more', ' · больше нет в RemOnline') : '',
        !stage && figures.orders > 0 && amount(figures, 'revenue').value !== undefined ? ` · ${money(figures.revenue, currency)}` : '',
        figures.orders < figures.known ? t(` · ${number(figures.orders)} of them count`, ` · из них считаются ${number(figures.orders)}`) : '')),
      el('b', null, number(figures.known))),
    el('button.icon', { type: 'button', title: t('Make it a stage of its own', 'Сделать отдельным этапом'), 'aria-label': t(`Make “${each.name}” a stage`, `Сделать «${each.name}» этапом`), onClick: onOwn }, '→'));
}
