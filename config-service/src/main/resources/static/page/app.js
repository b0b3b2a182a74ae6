// The frame of every page, and which page an address means: #/, #/funnel/ID, #/connect, #/edit/ID/STEP.
import { el, render, useEffect, useState } from './view.js';
import { language, speak, t } from './words.js';
import { Connectors } from './connectors.js';
import { Funnel } from './funnel.js';
import { Wizard } from './wizard.js';

const address = () => location.hash.replace(/^#\/?/, '').split('/').map(decodeURIComponent);

function page([name, id, step]) {
  switch (name) {
    case 'funnel': return el(Funnel, { id, key: id });
    case 'connect': return el(Wizard, { key: 'new', step: 'connect' });
    case 'edit': return el(Wizard, { id, key: id, step: step || 'stages' });
    default: return el(Connectors);
  }
}

function App() {
  const [where, setWhere] = useState(address());
  useEffect(() => {
    const go = () => setWhere(address());
    addEventListener('hashchange', go);
    return () => removeEventListener('hashchange', go);
  }, []);
  const other = language === 'ru' ? 'en' : 'ru';
  return [
    el('a.skip', { href: '#main', onClick: event => { event.preventDefault(); document.getElementById('main').focus(); } },
      t('Skip to the content', 'К содержанию')),
    el('header.top', null,
      el('a.brand', { href: '#/' }, el('img', { src: '/page/icon.svg', alt: '', width: 28, height: 28 }), 'remfunnel'),
      el('nav', { 'aria-label': t('Language', 'Язык') },
        el('button.quiet', { type: 'button', lang: other, onClick: () => speak(other) }, other === 'ru' ? 'Русский' : 'English'))),
    el('main', { id: 'main', tabIndex: -1 }, page(where)),
  ];
}

render(el(App), document.getElementById('app'));
