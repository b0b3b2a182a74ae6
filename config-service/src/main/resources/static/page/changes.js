// What differs between two configurations of a connector, in words.
import { day, figure, language, t } from './words.js';
import { told } from './values.js';
import { OPERATORS } from './steps/condition.js';
import { markerName } from './steps/container.js';

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
const quoted = text => t(`“${text}”`, `«${text}»`);
const shown = value => (value === undefined || value === '' ? t('nothing', 'ничего') : quoted(value));

export function differences(before, after, known = {}) {
  return [
    ...plain(before, after),
    ...filters(before.filter, after.filter, known),
    ...stages(before.stages, after.stages, known),
    ...calculations(before.calculation || {}, after.calculation || {}),
  ];
}

function plain(before, after) {
  const names = [
    [t('Title', 'Название'), each => each.title], [t('Currency', 'Валюта'), each => each.currency], [t('Time zone', 'Часовой пояс'), each => each['time-zone']],
    [t('API version', 'Версия API'), each => each.source.api], [t('Address', 'Адрес'), each => each.source['base-url']],
    [t('Asked every', 'Опрос каждые'), each => each.source['poll-every']], [t('History from', 'История с'), each => day(each.source['history-from'] || '')],
    [t('Dimensions', 'Разрезы'), each => (each.dimensions || []).join(', ')]];
  const texts = names.filter(([, of]) => !same(of(before), of(after)))
    .map(([name, of]) => `${name}: ${shown(of(before))} → ${shown(of(after))}`);
  if (before.enabled !== after.enabled) texts.push(after.enabled ? t('Resumed', 'Возобновлено') : t('Paused', 'Приостановлено'));
  if (before.unmapped !== after.unmapped) {
    texts.push(after.unmapped === 'keep' ? t('Orders in no stage stay in the funnel', 'Заказы без этапа остаются в воронке')
      : t('Orders in no stage leave the funnel', 'Заказы без этапа выпадают из воронки'));
  }
  return texts;
}

function filters(before, after, known) {
  const lost = before.conditions.filter(each => !after.conditions.some(other => same(each, other)));
  const added = after.conditions.filter(each => !before.conditions.some(other => same(each, other)));
  return [
    ...(before.match === after.match ? [] : [after.match === 'any' ? t('An order passes when any “include” condition matches', 'Заказ проходит при любом условии «включить»')
      : t('An order passes when all “include” conditions match', 'Заказ проходит при всех условиях «включить»')]),
    ...lost.map(each => t('Condition removed: ', 'Условие убрано: ') + condition(each, known)),
    ...added.map(each => t('Condition added: ', 'Условие добавлено: ') + condition(each, known)),
  ];
}

function condition(each, { fields = [], names = {} }) {
  const [action] = Object.keys(each);
  const { field, operator, values = [] } = each[action];
  const own = fields.find(one => one.name === field);
  const entries = (own && own.dictionary && names[own.dictionary]) || [];
  const name = value => (own && !own.dictionary ? told(own.type, value) : (entries.find(entry => entry.id === String(value)) || { name: value }).name);
  return [action === 'include' ? t('include', 'включить') : t('exclude', 'исключить'), own ? own.title[language] : field,
    OPERATORS[operator](), values.map(name).join(', ')].filter(Boolean).join(' ');
}

function stages(before, after, { names = {} }) {
  const was = new Map(before.map(each => [each.id, each]));
  const is = new Map(after.map(each => [each.id, each]));
  const kept = after.filter(each => was.has(each.id));
  const texts = [
    ...before.filter(each => !is.has(each.id)).map(each => t(`Stage ${quoted(each.title)} removed`, `Этап ${quoted(each.title)} удалён`)),
    ...after.filter(each => !was.has(each.id)).map(each => t(`Stage ${quoted(each.title)} added`, `Этап ${quoted(each.title)} добавлен`)),
    ...kept.filter(each => was.get(each.id).title !== each.title).map(each =>
      t(`Stage ${quoted(was.get(each.id).title)} is called ${quoted(each.title)}`, `Этап ${quoted(was.get(each.id).title)} назван ${quoted(each.title)}`)),
    ...after.filter(each => (was.get(each.id) || {}).marker !== each.marker).map(each =>
      t(`Marker of ${quoted(each.title)}: ${markerName(each.marker)}`, `Метка этапа ${quoted(each.title)}: ${markerName(each.marker)}`)),
  ];
  if (!same(before.filter(each => is.has(each.id)).map(each => each.id), kept.map(each => each.id))) {
    texts.push(t('Order of the stages: ', 'Порядок этапов: ') + after.map(each => each.title).join(' → '));
  }
  return [...texts, ...moves(before, after, names.status || [])];
}

function moves(before, after, statuses) {
  const places = list => new Map(list.flatMap(stage => stage.statuses.map(id => [String(id), stage])));
  const [was, is] = [places(before), places(after)];
  const name = id => (statuses.find(each => each.id === id) || { name: `#${id}` }).name;
  const title = stage => (stage ? quoted(stage.title) : t('no stage', 'без этапа'));
  return [...new Set([...was.keys(), ...is.keys()])].filter(id => (was.get(id) || {}).id !== (is.get(id) || {}).id)
    .map(id => t(`Status ${quoted(name(id))}: ${title(was.get(id))} → ${title(is.get(id))}`, `Статус ${quoted(name(id))}: ${title(was.get(id))} → ${title(is.get(id))}`));
}

function calculations(before, after) {
  const rates = values => (values || []).map(each => t(`${figure(each.value)} from ${day(each.from)}`, `${figure(each.value)} с ${day(each.from)}`)).join(', ');
  const [was, is] = [before.coefficients || {}, after.coefficients || {}];
  return [
    ...[['revenue', t('Revenue', 'Выручка')], ['cost', t('Cost', 'Себестоимость')]].filter(([key]) => before[key] !== after[key])
      .map(([key, name]) => `${name}: ${shown(before[key])} → ${shown(after[key])}`),
    ...[...new Set([...Object.keys(was), ...Object.keys(is)])].filter(key => !same(was[key], is[key]))
      .map(key => `${t('Coefficient', 'Коэффициент')} ${key}: ${shown(rates(was[key]))} → ${shown(rates(is[key]))}`),
  ];
}

const plainObject = value => value !== null && typeof value === 'object' && !Array.isArray(value);

/** What only they changed since both began is taken from them; where both changed the very same, mine stays. */
export function merged(base, mine, theirs) {
  if (same(base, mine)) return theirs;
  if (same(base, theirs)) return mine;
  if ([base, mine, theirs].every(Array.isArray)) return mergedLists(base, mine, theirs);
  if (![base, mine, theirs].every(plainObject)) return mine;
  const keys = Object.keys({ ...theirs, ...mine });
  const pick = key => (key === 'stages' ? mergedStages(base.stages, mine.stages, theirs.stages) : merged(base[key], mine[key], theirs[key]));
  return Object.fromEntries(keys.map(key => [key, pick(key)]).filter(([, value]) => value !== undefined));
}

/** Conditions, dimensions, values from a day on: what either added is there, what either removed is gone. */
function mergedLists(base, mine, theirs) {
  const by = list => new Map(list.map(each => [each.from || JSON.stringify(each), each]));
  const [was, own, other] = [by(base), by(mine), by(theirs)];
  return [...new Set([...other.keys(), ...own.keys()])].filter(key => !was.has(key) || (own.has(key) && other.has(key)))
    .map(key => merged(was.get(key), own.get(key) || other.get(key), other.get(key) || own.get(key)));
}

/** Stage by stage, and status by status; a stage that either removed is gone. */
function mergedStages(base, mine, theirs) {
  const by = list => new Map(list.map(each => [each.id, each]));
  const [was, own, other] = [by(base), by(mine), by(theirs)];
  const ids = list => list.map(each => each.id);
  const order = same(ids(base), ids(mine)) ? [...ids(theirs)] : [...ids(mine), ...ids(theirs).filter(id => !own.has(id))];
  const staying = order.concat(ids(mine).filter(id => !order.includes(id))).filter(id => !was.has(id) || (own.has(id) && other.has(id)));
  const place = places => new Map(places.flatMap(stage => stage.statuses.map(id => [id, stage.id])));
  const [placeWas, placeMine, placeTheirs] = [place(base), place(mine), place(theirs)];
  const at = id => (placeWas.get(id) === placeMine.get(id) ? placeTheirs.get(id) : placeMine.get(id));
  const all = [...new Set([...placeTheirs.keys(), ...placeMine.keys()])];
  return staying.map(id => {
    const [one, two, three] = [was.get(id) || {}, own.get(id) || other.get(id), other.get(id) || own.get(id)];
    return { ...merged({ ...one, statuses: [] }, { ...two, statuses: [] }, { ...three, statuses: [] }), statuses: all.filter(status => at(status) === id) };
  });
}
