// Preact without a build: el('button.primary', {onClick}, 'Save') for <button class="primary">.
import { t } from './words.js';

const { h, render, Fragment } = window.preact;
export const { useState, useEffect, useRef, useMemo } = window.preactHooks;
export { render, Fragment };

export function el(name, props, ...children) {
  if (typeof name !== 'string') return h(name, props, ...children);
  const [tag, ...classes] = name.split('.');
  const own = props && props.class ? classes.concat(props.class) : classes;
  return h(tag || 'div', own.length ? { ...props, class: own.join(' ') } : props, ...children);
}

/** What the page is about, in the window's title too; `part` says which part of it is shown. */
export function Title({ part, children }) {
  const text = [children].flat().join('');
  useEffect(() => { document.title = [part, text, 'remfunnel'].filter(Boolean).join(' · '); }, [part, text]);
  return el('h1', null, children);
}

/** The modal dialog of the platform: Escape closes it unless it is lasting, the focus stays in it and returns where it was. */
export function Dialog({ title, onClose, wide, lasting, children }) {
  const own = useRef(null);
  useEffect(() => { own.current.showModal(); }, []);
  return el('dialog', { ref: own, class: wide ? 'wide' : '', 'aria-label': title, onClose, onCancel: event => { if (lasting) event.preventDefault(); } },
    el('header', null, el('h2', null, title),
      !lasting && el('button.icon', { type: 'button', 'aria-label': t('Close', 'Закрыть'), onClick: () => own.current.close() }, '✕')),
    el('div.body', null, children));
}

/** Of a failure that may be over in a moment: the service or the network is away. */
export const isPassing = problem => !problem.status || problem.status >= 500;

const LATER = 5000;

/** Asks again and again while it is shown, or until there is an answer where `every` is 0; a failure keeps the last answer, with the moment that it is of, and is told beside it. */
export function usePolled(ask, every, keys) {
  const [state, setState] = useState({});
  useEffect(() => {
    let over = false;
    let timer;
    const round = async () => {
      let next = every;
      try {
        const value = await ask();
        if (!over && value !== undefined) setState({ value, at: new Date() });
      } catch (problem) {
        if (!over) setState(old => ({ ...old, problem }));
        if (isPassing(problem)) next = every || LATER;
      }
      if (!over && next) timer = setTimeout(round, next);
    };
    round();
    return () => { over = true; clearTimeout(timer); };
  }, keys);
  return state;
}

export const pause = ms => new Promise(done => { setTimeout(done, ms); });

/** `current` says whether it is still shown when an answer comes: who has left is not called back. */
export function useShown() {
  const shown = useRef(true);
  useEffect(() => () => { shown.current = false; }, []);
  return shown;
}
