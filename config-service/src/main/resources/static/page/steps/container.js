// A container: title, marker, the statuses in it.
import { el, useState } from '../view.js';
import { said, t } from '../words.js';

/** What a drag of statuses carries, so that nothing else that is dropped is taken for them. */
export const STATUSES = 'application/x-remfunnel-statuses';

const MARKERS = [['', () => t('No marker', 'Без метки')], ['initial', () => t('Beginning', 'Начало')], ['in-progress', () => t('In progress', 'В работе')],
  ['success', () => t('Success', 'Успех')], ['failure', () => t('Failure', 'Неудача')]];

export const markerName = marker => MARKERS.find(([value]) => value === (marker || ''))[1]();

export function Container({ stage, n, stages, statuses, faults, chosen, put, update, takeOut }) {
  const [over, setOver] = useState(false);
  const change = part => update(stages.map(each => (each.id === stage.id ? { ...each, ...part } : each)));
  const mark = value => { const { marker, ...rest } = stage; update(stages.map(each => (each.id === stage.id ? (value ? { ...rest, marker: value } : rest) : each))); };
  const move = by => { const next = stages.filter(each => each.id !== stage.id); next.splice(n + by, 0, stage); update(next); };
  const dropped = event => {
    event.preventDefault();
    setOver(false);
    const ids = event.dataTransfer.getData(STATUSES);
    if (ids) put(JSON.parse(ids), stage.id);
  };
  const dragged = event => {
    if (!event.dataTransfer.types.includes(STATUSES)) return;
    event.preventDefault();
    setOver(true);
  };
  const holder = marker => ['success', 'failure'].includes(marker) && stages.find(each => each.marker === marker && each.id !== stage.id);
  const name = id => (statuses.find(each => each.id === String(id)) || { name: `#${id}` }).name;
  const putHere = t(`Put here (${chosen.length})`, `Поместить сюда (${chosen.length})`);
  return el('li.panel.container', { class: `marker-${stage.marker || 'none'}${over ? ' over' : ''}`, onDrop: dropped,
    onDragOver: dragged, onDragLeave: () => setOver(false) },
  el('div.container-head', null,
    el('input', { value: stage.title, 'aria-label': t(`Title of the stage, ${n + 1} of ${stages.length}`, `Название этапа, ${n + 1} из ${stages.length}`), 'aria-invalid': String(faults.some(each => each.path.endsWith('.title'))), onInput: event => change({ title: event.target.value }) }),
    el('button.icon', { type: 'button', disabled: n === 0, 'aria-label': t(`Move “${stage.title}” up`, `«${stage.title}» выше`), onClick: () => move(-1) }, '↑'),
    el('button.icon', { type: 'button', disabled: n === stages.length - 1, 'aria-label': t(`Move “${stage.title}” down`, `«${stage.title}» ниже`), onClick: () => move(1) }, '↓'),
    el('button.icon', { type: 'button', 'aria-label': t(`Remove “${stage.title}”`, `Удалить «${stage.title}»`), onClick: () => update(stages.filter(each => each.id !== stage.id)) }, '✕')),
  faults.map(each => el('p.problem', { role: 'alert' }, said(each))),
  el('select', { 'aria-label': t(`Marker of “${stage.title}”`, `Метка: «${stage.title}»`), value: stage.marker || '', onChange: event => mark(event.target.value) }, MARKERS.map(([value, title]) => {
    const taken = holder(value);
    return el('option', { value, disabled: Boolean(taken) }, taken ? `${title()} — ${t(`taken by “${taken.title}”`, `занята: «${taken.title}»`)}` : title());
  })),
  el('ul.chips', { 'aria-label': t(`Statuses in “${stage.title}”`, `Статусы в «${stage.title}»`) }, stage.statuses.map(id => el('li', { key: id }, name(id),
    el('button.icon', { type: 'button', 'aria-label': t(`Take “${name(id)}” out`, `Убрать «${name(id)}»`), onClick: () => takeOut(String(id)) }, '✕')))),
  chosen.length > 0 ? el('button', { type: 'button', 'aria-label': `${putHere}: ${stage.title}`, onClick: () => put(chosen, stage.id) }, putHere)
    : !stage.statuses.length && el('p.muted.target', null, t('Drag statuses here', 'Перетащите статусы сюда')));
}
