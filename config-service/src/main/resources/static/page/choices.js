// Values of one of the source's lists, to be ticked.
import { el } from './view.js';
import { t } from './words.js';
import { Rest, Search, useFound } from './found.js';

/** `chosen` are ids as text; what is chosen is always shown, though the source does not list it. What the source has deleted comes last: orders may still have it. */
export function Choices({ entries: all, chosen, onChange, ...named }) {
  const unknown = chosen.filter(id => !all.some(each => each.id === id)).map(id => ({ id, name: `#${id}` }));
  const entries = [...all, ...unknown];
  const ordered = [...entries.filter(each => !each.deleted), ...entries.filter(each => each.deleted)];
  const found = useFound(ordered, each => each.name);
  const kept = entries.filter(each => chosen.includes(each.id) && !found.shown.includes(each));
  return [
    el(Search, { found, label: t('Search among the values', 'Поиск по значениям') }),
    el('div.choices', named, [...kept, ...found.shown].map(each => el('label.check', { key: each.id },
      el('input', { type: 'checkbox', checked: chosen.includes(each.id),
        onChange: event => onChange(event.target.checked ? [...chosen, each.id] : chosen.filter(id => id !== each.id)) }), each.name, each.deleted ? t(' (deleted)', ' (удалено)') : ''))),
    el(Rest, { found, none: t('No value is called so.', 'Таких значений нет.') }),
  ];
}
