// An order's values as people write them: fields by their titles, amounts as money of the connector's currency.
import { exact, figure, language } from './words.js';

export function values({ fields = [], names = {}, currency }) {
  const find = name => fields.find(each => each.name === name);
  const named = (field, value) => ((names[field.dictionary] || []).find(each => each.id === String(value)) || { name: value }).name;
  return {
    title: name => { const field = find(name); return field ? field.title[language] : name; },
    /** Of a coefficient too, which no field is called like: a plain number. */
    shown: (name, value) => {
      if (value === undefined || value === null || value === '') return '—';
      const field = find(name) || { type: 'number' };
      if (field.dictionary) return named(field, value);
      return field.type === 'money' ? exact(value, currency) : field.type === 'number' ? figure(value) : String(value);
    },
  };
}
