// Values of one of the source's lists, to be ticked. A long list is shown as far as anyone reads, and the rest is found by typing.
import { el, useState } from './view.js';
import { number, t } from './words.js';

const SHOWN = 60;

/** `chosen` are ids as text; what is chosen is always shown. What the source has deleted comes last: orders may still have it. */
export function Choices({ entries, chosen, onChange, ...named }) {
  const [search, setSearch] = useState('');
  const isLong = entries.length > SHOWN;
  // What was typed into a long list says nothing of a short one that is here now.
  const words = (isLong ? search : '').toLowerCase().split(/\s+/);
  const ordered = [...entries.filter(each => !each.deleted), ...entries.filter(each => each.deleted)];
  const found = ordered.filter(each => words.every(word => each.name.toLowerCase().includes(word)));
  const seen = found.slice(0, SHOWN);
  const kept = entries.filter(each => chosen.includes(each.id) && !seen.includes(each));
  const more = found.length - SHOWN;
  return [
    isLong && el('label', null, t('Search among the values', 'Поиск по значениям'), el('input', { type: 'search', value: search, onInput: event => setSearch(event.target.value) })),
    el('div.choices', named, [...kept, ...seen].map(each => el('label.check', { key: each.id },
      el('input', { type: 'checkbox', checked: chosen.includes(each.id),
        onChange: event => onChange(event.target.checked ? [...chosen, each.id] : chosen.filter(id => id !== each.id)) }), each.name, each.deleted ? t(' (deleted)', ' (удалено)') : ''))),
    isLong && !found.length && el('p.muted', { role: 'status' }, t('No value is called so.', 'Таких значений нет.')),
    more > 0 && el('p.muted', { role: 'status' }, t(`and ${number(more)} more: type a part of the name`, `и ещё ${number(more)}: введите часть названия`)),
  ];
}
