// An expression box: fields are inserted where the cursor is, and a mistake is marked under its place.
import { el, useRef } from '../view.js';
import { language, number, said, t } from '../words.js';

export function Expression({ title, value, known, coefficients, faults, onChange, amount, missing }) {
  const own = useRef(null);
  const insert = text => {
    const { selectionStart: at, selectionEnd: end } = own.current;
    const gap = at > 0 && !/[\s(]$/.test(value.slice(0, at)) ? ' ' : '';
    onChange(value.slice(0, at) + gap + text + value.slice(end));
    own.current.focus();
  };
  const amounts = known.fields.filter(each => ['money', 'number'].includes(each.type));
  return el('section.panel', null, el('h2', null, title),
    el('label', null, t('Formula', 'Формула'), el('textarea', { ref: own, rows: 3, spellcheck: false, value, 'aria-label': title, 'aria-invalid': String(faults.length > 0),
      onInput: event => onChange(event.target.value),
      onDragOver: event => event.preventDefault(), onDrop: event => { event.preventDefault(); insert(event.dataTransfer.getData('text/plain')); } })),
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
