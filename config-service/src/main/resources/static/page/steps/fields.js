// The fields of orders, to be searched and taken: by double-click, by dragging, or with the plus.
import { el, useState } from '../view.js';
import { language, number, t } from '../words.js';

const SHOWN = 60;

/**
 * `take` is given the field; `text` is what a drag carries of it. Long lists are shown as far as anyone reads, the rest is found by typing.
 */
export function Fields({ all, take, text = each => each.name, name }) {
  const [search, setSearch] = useState('');
  const words = search.toLowerCase().split(/\s+/);
  const found = all.filter(each => words.every(word => `${each.title[language]} ${each.name}`.toLowerCase().includes(word)));
  const more = found.length - SHOWN;
  return el('section.panel', { 'aria-labelledby': 'fields' }, el('h2', { id: 'fields' }, t('Fields', 'Поля')),
    el('label', null, t('Search', 'Поиск'), el('input', { type: 'search', value: search, onInput: event => setSearch(event.target.value) })),
    el('ul.fields-list', { 'aria-labelledby': 'fields' }, found.slice(0, SHOWN).map(each => el('li', { key: each.name, draggable: true, onDblClick: () => take(each),
      onDragStart: event => event.dataTransfer.setData('text/plain', text(each)) },
    el('span', null, each.title[language], el('small', null, each.name)),
    el('button.icon', { type: 'button', 'aria-label': name(each.title[language]), onClick: () => take(each), onDblClick: event => event.stopPropagation() }, '+')))),
    !found.length && el('p.muted', { role: 'status' }, t('No field is called so.', 'Таких полей нет.')),
    more > 0 && el('p.muted', { role: 'status' }, t(`and ${number(more)} more: type a part of the name`, `и ещё ${number(more)}: введите часть названия`)));
}
