// One condition: include or exclude, the operator that its field's type allows, values with their names.
import { el, useState } from '../view.js';
import { language, said, t } from '../words.js';
import { Choices } from '../choices.js';

export const OPERATORS = { equals: () => t('equals', 'равно'), 'not-equals': () => t('is not', 'не равно'), contains: () => t('contains', 'содержит'),
  greater: () => t('greater than', 'больше'), less: () => t('less than', 'меньше'), between: () => t('between', 'между'), 'is-empty': () => t('is empty', 'пусто') };
/** A custom one may be compared like anything; as yes or no it is only this. */
const FOR_FLAGS = ['equals', 'not-equals', 'is-empty'];
const WANTED = { 'is-empty': 0, between: 2 };

/** Not while a value that its operator wants is still to be given. */
const isWhole = ({ operator, values = [] }) => values.filter(each => each !== '').length >= (operator in WANTED ? WANTED[operator] : 1);

/** Without the conditions that somebody has only begun: what they would come to cannot be counted yet. */
export const countable = config => ({ ...config, filter: { ...config.filter, conditions: config.filter.conditions.filter(each => isWhole(Object.values(each)[0])) } });

/** What another operator has no place for goes, so that nothing counts which is not seen. */
function kept(values, former, operator) {
  if (operator === 'is-empty') return [];
  const given = values.filter(each => each !== '');
  return former === 'between' && operator !== 'between' ? given.slice(0, 1) : given;
}

export function Condition({ each, faults, known, onChange, onRemove }) {
  const [action] = Object.keys(each);
  const body = each[action];
  const field = known.fields.find(one => one.name === body.field) || { name: body.field, type: 'text', title: {}, operators: [body.operator] };
  const title = field.title[language] || field.name;
  const change = part => onChange({ [action]: { ...body, ...part } });
  const compare = operator => change({ operator, values: kept(body.values, body.operator, operator) });
  const entries = entriesOf(field, known);
  return el('fieldset.panel.condition', null, el('legend', null, title),
    el('div.fields', null,
      el('select', { 'aria-label': t('Include or exclude', 'Включить или исключить'), value: action, onChange: event => onChange({ [event.target.value]: body }) },
        el('option', { value: 'include' }, t('Include', 'Включить')), el('option', { value: 'exclude' }, t('Exclude', 'Исключить'))),
      el('select', { 'aria-label': t('Operator', 'Сравнение'), value: body.operator, onChange: event => compare(event.target.value) },
        Object.keys(OPERATORS).filter(each => field.operators.includes(each) && (field.type !== 'flag' || FOR_FLAGS.includes(each))).map(each => el('option', { value: each }, OPERATORS[each]()))),
      el('button.icon', { type: 'button', 'aria-label': t(`Remove the condition: ${title}`, `Убрать условие: ${title}`), onClick: onRemove }, '✕')),
    body.operator !== 'is-empty' && (entries.length && ['equals', 'not-equals'].includes(body.operator)
      ? el(Choices, { key: body.field, entries, chosen: body.values.map(String), onChange: ids => change({ values: ids.map(Number) }) })
      : el(Values, { field, operator: body.operator, values: body.values, onChange: values => change({ values }) })),
    isWhole(body) ? faults.map(each => el('p.problem', { role: 'alert' }, said(each)))
      : el('p.muted', null, body.operator === 'between' ? t('Give both values: until then the condition is left out.', 'Укажите оба значения: пока условие не учитывается.')
        : t('Give a value: until then the condition is left out.', 'Укажите значение: пока условие не учитывается.')));
}

/** The source's list that the field's values are from; of groups of statuses it has none, but each status tells its own. */
function entriesOf(field, { names }) {
  if (field.name !== 'status_group') return field.dictionary ? names[field.dictionary] || [] : [];
  const statuses = (names.status || []).filter(each => each.attributes.group);
  return [...new Set(statuses.map(each => each.attributes.group))].map(group => {
    const own = statuses.filter(each => each.attributes.group === group);
    const there = own.filter(each => !each.deleted);
    return { id: String(group), name: `${group}: ${(there.length ? there : own).map(each => each.name).join(', ')}`, deleted: !there.length };
  });
}

function Values({ field, operator, values, onChange }) {
  if (field.type === 'flag' && ['equals', 'not-equals'].includes(operator)) {
    return el('label', null, t('Value', 'Значение'), el('select', { value: values.length ? String(values[0]) : '', onChange: event => onChange(event.target.value ? [event.target.value] : []) },
      el('option', { value: '' }, '—'), el('option', { value: 'true' }, t('yes', 'да')), el('option', { value: 'false' }, t('no', 'нет'))));
  }
  const days = operator === 'between' ? 2 : 1;
  if (field.type !== 'time' || operator === 'contains' || values.length > days || values.some(each => each && !DAY.test(each))) return el(Typed, { operator, values, onChange });
  // An end that is not given yet keeps its place empty: the other one is not to be taken for it.
  const put = (n, day) => { const next = Array.from({ length: days }, (one, at) => (at === n ? day : values[at] || '')); onChange(next.some(Boolean) ? next : []); };
  const day = (name, n) => el('label', null, name, el('input', { type: 'date', value: values[n] || '', onChange: event => put(n, event.target.value) }));
  return operator === 'between' ? [day(t('From', 'С'), 0), day(t('to', 'по'), 1)] : day(t('Day', 'День'), 0);
}

const DAY = /^\d{4}-\d\d-\d\d$/;
const parted = text => text.split(';').map(each => each.trim()).filter(Boolean);

function Typed({ operator, values, onChange }) {
  const [typed, setTyped] = useState('');
  // As it was typed, blanks and all, as long as it says the values: they may be another condition's by now.
  const text = parted(typed).join(';') === values.join(';') ? typed : values.filter(each => each !== '').join('; ');
  return el('label', null, operator === 'between' ? t('From and to, separated by ;', 'От и до через ;') : t('Values, separated by ;', 'Значения через ;'), el('input', { value: text, onInput: event => {
    setTyped(event.target.value);
    onChange(parted(event.target.value));
  } }));
}
