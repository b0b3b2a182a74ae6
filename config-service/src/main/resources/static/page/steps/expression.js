// An expression box: pieces are put where the cursor is, and a mistake is marked under its place.
import { el, useState } from '../view.js';
import { completed, Completions, found } from './completion.js';
import { FUNCTIONS } from './functions.js';
import { language, number, said, t } from '../words.js';

/** Puts a piece in place of what is selected in a box, parted from the word before it; the cursor stays behind it. */
export function put(box, piece, onChange) {
  const { value, selectionStart, selectionEnd } = box;
  const gap = selectionStart > 0 && !/[\s(]$/.test(value.slice(0, selectionStart)) ? ' ' : '';
  onChange(value.slice(0, selectionStart) + gap + piece + value.slice(selectionEnd));
  moveTo(box, selectionStart + gap.length + piece.length);
}

/** Once the box holds the new text: until then, and with it, the cursor goes to the end. */
function moveTo(box, at) {
  box.focus();
  requestAnimationFrame(() => box.setSelectionRange(at, at));
}

/** `own` is the reference to the box; `known.amounts` are the fields that can be reckoned with. */
export function Expression({ own, title, value, known, coefficients, faults, onChange, onFocus, sum, missing }) {
  const [at, setAt] = useState(-1);
  const [chosen, setChosen] = useState(0);
  const insert = piece => put(own.current, piece, onChange);
  const all = [...known.amounts.map(each => ({ name: each.name, title: each.title[language] })), ...coefficients.map(each => ({ name: each, title: each })), ...FUNCTIONS];
  const offered = found(value, at, all);
  const list = `completions-${title}`;
  const take = each => {
    const next = completed(value, at, all, each.name);
    onChange(next.text);
    setAt(-1);
    moveTo(own.current, next.at);
  };
  const keys = event => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!offered.length || !(step || ['Enter', 'Tab', 'Escape'].includes(event.key))) return;
    event.preventDefault();
    if (step) setChosen((chosen + step + offered.length) % offered.length);
    else if (event.key === 'Escape') setAt(-1);
    else take(offered[chosen]);
  };
  // A drop is the browser's own, so that it lands where the pointer is; only the blanks around it are ours.
  const typed = event => {
    const dropped = event.inputType === 'insertFromDrop';
    onChange(dropped ? event.target.value.replace(/ {2,}/g, ' ').trim() : event.target.value);
    setAt(dropped ? -1 : event.target.selectionStart);
    setChosen(0);
  };
  return el('section.panel', null, el('h2', null, title),
    el('label', null, t('Formula', 'Формула'), el('textarea', { ref: own, rows: 3, spellcheck: false, value, 'aria-label': title, 'aria-invalid': String(faults.length > 0),
      role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': String(offered.length > 0), 'aria-controls': list, 'aria-activedescendant': offered.length ? `${list}-${chosen}` : undefined,
      onInput: typed, onFocus, onBlur: () => setAt(-1), onKeyDown: keys })),
    el(Completions, { offered, chosen, list, take }),
    faults.map(each => el('div.fault', { role: 'alert' }, el('code', null, value.slice(0, each.position), el('mark', null, markedAt(value, each.position)), value.slice(each.position + markedAt(value, each.position).length)),
      el('p.problem', null, said(each)))),
    el('div.pieces', { 'aria-label': t('Insert', 'Вставить'), role: 'group' }, [...'+-*/()', ...coefficients].map(each => el('button', { type: 'button', onClick: () => insert(each) }, each)),
      FUNCTIONS.map(each => el('button', { type: 'button', title: each.title, onClick: () => insert(each.name) }, each.written))),
    value && sum && el('p', null, t('All orders now: ', 'По всем заказам: '), el('b', null, sum),
      missing > 0 && el('span.muted', null, t(` · not known for ${number(missing)}`, ` · неизвестно у ${number(missing)}`))));
}

const markedAt = (text, position) => (text.slice(position).match(/^[^\s()+\-*/]+/) || [text.slice(position, position + 1) || ' '])[0];
