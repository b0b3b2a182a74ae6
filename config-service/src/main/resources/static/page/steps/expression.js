// An expression box: fields are inserted where the cursor is, and a mistake is marked under its place.
import { el, useRef, useState } from '../view.js';
import { completed, Completions, found } from './completion.js';
import { language, number, said, t } from '../words.js';

export function Expression({ title, value, known, coefficients, faults, onChange, amount, missing }) {
  const own = useRef(null);
  const [at, setAt] = useState(-1);
  const [chosen, setChosen] = useState(0);
  const insert = text => {
    const { selectionStart: at, selectionEnd: end } = own.current;
    const gap = at > 0 && !/[\s(]$/.test(value.slice(0, at)) ? ' ' : '';
    onChange(value.slice(0, at) + gap + text + value.slice(end));
    own.current.focus();
  };
  const amounts = known.fields.filter(each => ['money', 'number'].includes(each.type));
  const offered = found(value, at, [...amounts.map(each => ({ name: each.name, title: each.title[language] })), ...coefficients.map(each => ({ name: each, title: each }))]);
  const list = `completions-${title}`;
  const take = each => {
    const next = completed(value, at, each.name);
    onChange(next.text);
    setAt(-1);
    own.current.focus();
    requestAnimationFrame(() => own.current.setSelectionRange(next.at, next.at));
  };
  const keys = event => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!offered.length || !(step || ['Enter', 'Tab', 'Escape'].includes(event.key))) return;
    event.preventDefault();
    if (step) setChosen((chosen + step + offered.length) % offered.length);
    else if (event.key === 'Escape') setAt(-1);
    else take(offered[chosen]);
  };
  return el('section.panel', null, el('h2', null, title),
    el('label', null, t('Formula', 'Формула'), el('textarea', { ref: own, rows: 3, spellcheck: false, value, 'aria-label': title, 'aria-invalid': String(faults.length > 0),
      role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': String(offered.length > 0), 'aria-controls': list, 'aria-activedescendant': offered.length ? `${list}-${chosen}` : undefined,
      onInput: event => { onChange(event.target.value); setAt(event.target.selectionStart); setChosen(0); },
      onBlur: () => setAt(-1), onKeyDown: keys,
      onDragOver: event => event.preventDefault(), onDrop: event => { event.preventDefault(); insert(event.dataTransfer.getData('text/plain')); } })),
    el(Completions, { offered, chosen, list, take }),
    faults.map(each => el('div.fault', { role: 'alert' }, el('code', null, value.slice(0, each.position), el('mark', null, markedAt(value, each.position)), value.slice(each.position + markedAt(value, each.position).length)),
      el('p.problem', null, said(each)))),
    el('div.pieces', { 'aria-label': t('Insert', 'Вставить'), role: 'group' }, [...'+-*/()'].map(each => el('button', { type: 'button', onClick: () => insert(each) }, each)),
      coefficients.map(each => el('button', { type: 'button', onClick: () => insert(each) }, each)),
      el('select', { 'aria-label': t('Insert a field', 'Вставить поле'), value: '', onChange: event => { insert(event.target.value); event.target.value = ''; } },
        el('option', { value: '' }, t('Insert a field…', 'Вставить поле…')), amounts.map(each => el('option', { value: each.name }, `${each.title[language]} (${each.name})`)))),
    value && amount && el('p', null, t('All orders now: ', 'По всем заказам: '), el('b', null, amount),
      missing > 0 && el('span.muted', null, t(` · not known for ${number(missing)}`, ` · неизвестно у ${number(missing)}`))));
}

const markedAt = (text, position) => (text.slice(position).match(/^[^\s()+\-*/]+/) || [text.slice(position, position + 1) || ' '])[0];
