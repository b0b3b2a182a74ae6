// Named coefficients, each from a day on.
import { el, useState } from '../view.js';
import { t } from '../words.js';

/** Where the shop is: an order's day is reckoned there. */
function today(timeZone) {
  const day = zone => new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(new Date());
  try {
    return day(timeZone);
  } catch {
    return day('UTC');
  }
}

export function Coefficients({ all, zone, onChange }) {
  const [name, setName] = useState('');
  const taken = Object.hasOwn(all, name);
  const add = event => {
    event.preventDefault();
    if (taken) return;
    onChange({ ...all, [name]: [{ from: '2020-01-01', value: '0' }] });
    setName('');
  };
  const set = (key, values) => onChange(Object.fromEntries(Object.entries({ ...all, [key]: values }).filter(([, each]) => each.length)));
  return el('section.panel', null, el('h2', null, t('Coefficients', 'Коэффициенты')),
    el('p.muted', null, t('Commissions and taxes by name, with the day from which they hold: 0.024 is 2.4 %.', 'Комиссии и налоги по имени, с датой начала действия: 0.024 — это 2,4 %.')),
    Object.entries(all).map(([key, values]) => el('fieldset.coefficient', { key }, el('legend', null, key),
      values.map((each, n) => {
        const put = part => set(key, values.map((old, at) => (at === n ? { ...old, ...part } : old)));
        return el('div.fields', { key: n },
          el('label', null, t('From', 'С'), el('input', { type: 'date', value: each.from, onChange: event => put({ from: event.target.value }) })),
          el('label', null, t('Value', 'Значение'), el('input', { inputmode: 'decimal', value: each.value, onInput: event => put({ value: event.target.value.replace(',', '.') }) })),
          el('button.icon', { type: 'button', 'aria-label': t('Remove', 'Убрать'), onClick: () => set(key, values.filter((old, at) => at !== n)) }, '✕'));
      }),
      el('button.link', { type: 'button', onClick: () => set(key, [...values, { from: today(zone), value: values.at(-1).value }]) }, t('Another value from a later day', 'Другое значение с более поздней даты')))),
    el('form.fields', { onSubmit: add },
      el('label', null, t('Name of a new one', 'Имя нового'), el('input', { value: name, pattern: '[a-z][a-z0-9_]*', required: true, placeholder: 'acquiring', onInput: event => setName(event.target.value) })),
      el('button', { disabled: taken }, t('Add', 'Добавить')),
      taken && el('p.problem', { role: 'alert' }, t(`“${name}” is there already: give it another value from a later day.`, `«${name}» уже есть: добавьте ему значение с более поздней даты.`))));
}
