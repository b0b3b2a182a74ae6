// The fields of orders, to be searched and taken: by double-click, by dragging, or with the plus.
import { el } from '../view.js';
import { language, t } from '../words.js';
import { Rest, Search, useFound } from '../found.js';

/** `take` is given the field; `text` is what a drag carries of it. */
export function Fields({ all, take, text = each => each.name, name }) {
  const found = useFound(all, each => `${each.title[language]} ${each.name}`, { isLong: true });
  return el('section.panel', { 'aria-labelledby': 'fields' }, el('h2', { id: 'fields' }, t('Fields', 'Поля')),
    el(Search, { found }),
    el('ul.fields-list', { 'aria-labelledby': 'fields' }, found.shown.map(each => el('li', { key: each.name, draggable: true, onDblClick: () => take(each),
      onDragStart: event => event.dataTransfer.setData('text/plain', text(each)) },
    el('span', null, each.title[language], el('small', null, each.name)),
    el('button.icon', { type: 'button', 'aria-label': name(each.title[language]), onClick: () => take(each), onDblClick: event => event.stopPropagation() }, '+')))),
    el(Rest, { found, none: t('No field is called so.', 'Таких полей нет.') }));
}
