// One condition: include or exclude, the operator that its field's type allows, values with their names.
import { el, useState } from '../view.js';
import { language, t } from '../words.js';
import { Choices } from '../choices.js';

export const OPERATORS = { equals: () => t('equals', 'равно'), 'not-equals': () => t('is not', 'не равно'), contains: () => t('contains', 'содержит'),
  greater: () => t('greater than', 'больше'), less: () => t('less than', 'меньше'), between: () => t('between', 'между'), 'is-empty': () => t('is empty', 'пусто') };
const ALLOWED = { id: ['equals', 'not-equals', 'is-empty'], flag: ['equals', 'not-equals', 'is-empty'], text: ['equals', 'not-equals', 'contains', 'is-empty'] };
const ORDERED = ['equals', 'not-equals', 'greater', 'less', 'between', 'is-empty'];

export function Condition({ each, known, onChange, onRemove }) {
  const [action] = Object.keys(each);
  const body = each[action];
  const field = known.fields.find(one => one.name === body.field) || { name: body.field, type: 'text', title: {} };
  const title = field.title[language] || field.name;
  const change = part => onChange({ [action]: { ...body, ...part } });
  const entries = field.dictionary ? known.names[field.dictionary] || [] : [];
  return el('fieldset.panel.condition', null, el('legend', null, title),
    el('div.fields', null,
      el('select', { 'aria-label': t('Include or exclude', 'Включить или исключить'), value: action, onChange: event => onChange({ [event.target.value]: body }) },
        el('option', { value: 'include' }, t('Include', 'Включить')), el('option', { value: 'exclude' }, t('Exclude', 'Исключить'))),
      el('select', { 'aria-label': t('Operator', 'Сравнение'), value: body.operator,
        onChange: event => change({ operator: event.target.value, ...(event.target.value === 'is-empty' ? { values: [] } : {}) }) },
      (ALLOWED[field.type] || ORDERED).map(each => el('option', { value: each }, OPERATORS[each]()))),
      el('button.icon', { type: 'button', 'aria-label': t(`Remove the condition: ${title}`, `Убрать условие: ${title}`), onClick: onRemove }, '✕')),
    body.operator !== 'is-empty' && (entries.length ? el(Choices, { key: body.field, entries, chosen: body.values.map(String), onChange: ids => change({ values: ids.map(Number) }) })
      : el(Values, { field, operator: body.operator, values: body.values, onChange: values => change({ values }) })));
}

function Values({ field, operator, values, onChange }) {
  if (field.type === 'flag') {
    return el('label', null, t('Value', 'Значение'), el('select', { value: values.length ? String(values[0]) : '', onChange: event => onChange(event.target.value ? [event.target.value] : []) },
      el('option', { value: '' }, '—'), el('option', { value: 'true' }, t('yes', 'да')), el('option', { value: 'false' }, t('no', 'нет'))));
  }
  if (field.type !== 'time' || values.some(each => !DAY.test(each))) return el(Typed, { values, onChange });
  const day = (name, at) => el('label', null, name, el('input', { type: 'date', value: values[at] || '',
    onChange: event => onChange([0, 1].map(n => (n === at ? event.target.value : values[n])).filter(Boolean)) }));
  return operator === 'between' ? [day(t('From', 'С'), 0), day(t('to', 'по'), 1)] : day(t('Day', 'День'), 0);
}

const DAY = /^\d{4}-\d\d-\d\d$/;
const parted = text => text.split(';').map(each => each.trim()).filter(Boolean);

function Typed({ values, onChange }) {
  const [typed, setTyped] = useState('');
  // As it was typed, blanks and all, as long as it says the values: they may be another condition's by now.
  const text = parted(typed).join(';') === values.join(';') ? typed : values.join('; ');
  return el('label', null, t('Values, separated by ;', 'Значения через ;'), el('input', { value: text, onInput: event => {
    setTyped(event.target.value);
    onChange(parted(event.target.value));
  } }));
}
