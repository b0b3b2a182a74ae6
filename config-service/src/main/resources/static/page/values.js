// An order's values as people write them: fields by their titles, amounts as money of the connector's currency.
import { day, exact, figure, language, moment, yesOrNo } from './words.js';

const instant = /^\d{4}-\d\d-\d\dT/;

/** What a value is told as, by the type of its field; a condition's time is a day, an order's a moment. */
export const told = (type, value, { currency, zone } = {}) => {
  if (type === 'flag') return yesOrNo(value);
  if (type === 'time') return instant.test(value) && !Number.isNaN(Date.parse(value)) ? moment(value, zone) : day(value);
  if (type === 'money') return exact(value, currency);
  return type === 'number' ? figure(value) : String(value);
};

export function values({ fields = [], names = {}, currency, zone }) {
  const find = name => fields.find(each => each.name === name);
  const named = (field, value) => ((names[field.dictionary] || []).find(each => each.id === String(value)) || { name: value }).name;
  return {
    title: name => { const field = find(name); return field ? field.title[language] : name; },
    /** Of a coefficient too, which no field is called like: a plain number. */
    shown: (name, value) => {
      if (value === undefined || value === null || value === '') return '—';
      const field = find(name) || { type: 'number' };
      if (field.dictionary) return named(field, value);
      return told(field.type, value, { currency, zone });
    },
  };
}
