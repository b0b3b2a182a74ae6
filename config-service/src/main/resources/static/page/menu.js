// A three-dot menu: arrows move in it, Escape closes it.
import { el, useEffect, useRef, useState } from './view.js';

export function Menu({ label, items, face }) {
  const [open, setOpen] = useState(false);
  const own = useRef(null);
  useEffect(() => {
    if (!open) return undefined;
    own.current.querySelector('[role=menuitem]').focus();
    const away = event => { if (!own.current.contains(event.target)) setOpen(false); };
    addEventListener('pointerdown', away);
    return () => removeEventListener('pointerdown', away);
  }, [open]);
  const close = () => { setOpen(false); own.current.querySelector('button').focus(); };
  const keys = event => {
    const all = [...own.current.querySelectorAll('[role=menuitem]')];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape') close();
    if (!step || !open) return;
    event.preventDefault();
    all[(all.indexOf(document.activeElement) + step + all.length) % all.length].focus();
  };
  return el('div.menu', { ref: own, onKeyDown: keys },
    el('button', { type: 'button', class: face ? 'quiet face' : 'icon', title: face ? label : undefined, 'aria-label': face ? undefined : label, 'aria-haspopup': 'menu', 'aria-expanded': String(open), onClick: () => setOpen(!open) }, face || '⋮'),
    open && el('div.menu-items', { role: 'menu', 'aria-label': label }, items.map(([text, act, kind]) =>
      el('button', { type: 'button', role: 'menuitem', tabIndex: -1, class: kind || '', onClick: () => { close(); act(); } }, text))));
}
