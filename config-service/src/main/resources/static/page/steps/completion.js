// What a word that is being typed in a formula may become: fields and coefficients, by title and by name.
import { el } from '../view.js';
import { t } from '../words.js';

const typed = (text, at) => (at < 0 ? '' : (text.slice(0, at).match(/[\p{L}_][\p{L}\p{N}_.]*$/u) || [''])[0]);

export function found(text, at, all) {
  const word = typed(text, at).toLowerCase();
  if (word.length < 2 || all.some(each => each.name === word)) return [];
  const rank = each => [each.name, each.title.toLowerCase()].findIndex(one => one.startsWith(word));
  return all.filter(each => each.name.includes(word) || each.title.toLowerCase().includes(word))
    .sort((one, other) => (rank(one) < 0) - (rank(other) < 0)).slice(0, 8);
}

export function completed(text, at, name) {
  const from = at - typed(text, at).length;
  return { text: text.slice(0, from) + name + text.slice(at), at: from + name.length };
}

export function Completions({ offered, chosen, list, take }) {
  if (!offered.length) return null;
  return el('ul.completions', { id: list, role: 'listbox', 'aria-label': t('Fields', 'Поля') }, offered.map((each, n) =>
    el('li', { id: `${list}-${n}`, role: 'option', 'aria-selected': String(n === chosen), onMouseDown: event => { event.preventDefault(); take(each); } },
      each.title, el('small', null, each.name))));
}
