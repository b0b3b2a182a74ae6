// What a word that is being typed in a formula may become: fields and coefficients, by title and by name, and functions.
import { el } from '../view.js';
import { t } from '../words.js';

/** No title has more words; a formula may. */
const WORDS = 12;

const texts = each => [each.name, each.title].map(one => one.toLowerCase());
/** As titles are written: without the bracket, one blank between words. */
const named = piece => piece.replace('[', '').trimStart().replace(/\s+/g, ' ').toLowerCase();
const begins = (piece, all) => /\p{L}/u.test(piece) && all.some(each => texts(each).some(one => one.startsWith(named(piece))));

/** What is being typed before the cursor: what an open bracket holds, or the longest that begins a title or a name, or the last word. */
function typed(text, at, all) {
  const before = at < 0 ? '' : text.slice(0, at);
  const [open] = before.match(/\[[^\][]*$/) || [];
  if (open) return open;
  const [last] = before.match(/[\p{L}_][\p{L}\p{N}_.]*$/u) || [''];
  const pieces = [...before.matchAll(/[\p{L}\p{N}_.]+/gu)].slice(-WORDS).map(word => before.slice(word.index));
  return (/[\p{L}\p{N}_.]$/u.test(before) && pieces.find(piece => begins(piece, all))) || last;
}

export function found(text, at, all) {
  const piece = typed(text, at, all);
  const word = named(piece);
  if (word.length < 2 || all.some(each => each.name === piece)) return [];
  const rank = each => texts(each).findIndex(one => one.startsWith(word));
  return all.filter(each => texts(each).some(one => one.includes(word)))
    .sort((one, other) => (rank(one) < 0) - (rank(other) < 0)).slice(0, 8);
}

/** In place of all that was typed of it, brackets too. */
export function completed(text, at, all, name) {
  const piece = typed(text, at, all);
  const from = at - piece.length;
  const rest = text.slice(at);
  const closed = piece.startsWith('[') ? ']' : name.endsWith('(') ? '(' : '';
  return { text: text.slice(0, from) + name + (closed && rest.startsWith(closed) ? rest.slice(1) : rest), at: from + name.length };
}

export function Completions({ offered, chosen, list, take }) {
  if (!offered.length) return null;
  return el('ul.completions', { id: list, role: 'listbox', 'aria-label': t('Fields and functions', 'Поля и функции') }, offered.map((each, n) =>
    el('li', { id: `${list}-${n}`, role: 'option', 'aria-selected': String(n === chosen), onMouseDown: event => { event.preventDefault(); take(each); } },
      each.title, el('small', null, each.written || each.name))));
}
