// A long list is shown as far as anyone reads, and the rest is found by typing.
import { el, useState } from './view.js';
import { number, t } from './words.js';

const SHOWN = 60;

/** `text` is what an entry is found by. What was typed into a long list says nothing of a short one that has come in its place. */
export function useFound(all, text, { isLong = all.length > SHOWN } = {}) {
  const [search, setSearch] = useState('');
  const words = (isLong ? search : '').toLowerCase().split(/\s+/);
  const found = all.filter(each => words.every(word => text(each).toLowerCase().includes(word)));
  return { isLong, search, setSearch, shown: found.slice(0, SHOWN), isNone: isLong && !found.length, more: found.length - SHOWN };
}

export const Search = ({ found: { isLong, search, setSearch }, label = t('Search', 'Поиск') }) => isLong
  && el('label', null, label, el('input', { type: 'search', value: search, onInput: event => setSearch(event.target.value) }));

/** What is not shown: `none` says that nothing was found, `hint` what else may be typed. */
export const Rest = ({ found: { isNone, more }, none, hint = '' }) => [
  isNone && el('p.muted', { role: 'status' }, none),
  more > 0 && el('p.muted', { role: 'status' }, t(`and ${number(more)} more: type a part of the name`, `и ещё ${number(more)}: введите часть названия`), hint),
];
