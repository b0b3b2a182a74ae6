// The frame of every page, and which page an address means: #/, #/funnel/ID, #/history/ID, #/connect, #/edit/ID/STEP, #/access.
import { el, render, Title, useEffect, usePolled, useRef, useState } from './view.js';
import { said, t } from './words.js';
import { AccessPage } from './access.js';
import { Account } from './account.js';
import { Connectors } from './connectors.js';
import { Funnel } from './funnel.js';
import { History } from './history.js';
import { Wizard } from './wizard.js';
import { Relogin } from './relogin.js';
import { may, recognise } from './who.js';

/** One that is broken, as #/funnel/% is, means the first page: so does any that is not known. */
function address() {
  try {
    return location.hash.replace(/^#\/?/, '').split('/').map(decodeURIComponent);
  } catch {
    return [''];
  }
}

/** Where one was going before the pages of a login provider came. */
const wanted = sessionStorage.getItem('remfunnel.address');
sessionStorage.removeItem('remfunnel.address');
if (wanted && !location.hash) location.replace(wanted);

const NEEDED = { connect: 'OPERATOR', edit: 'OPERATOR', access: 'ADMIN' };

function page([name, id, step]) {
  if (NEEDED[name] && !may(NEEDED[name])) return el(Locked);
  switch (name) {
    case 'funnel': return el(Funnel, { id, key: id });
    case 'history': return el(History, { id, key: id });
    case 'connect': return el(Wizard, { key: 'new', step: 'connect' });
    case 'edit': return el(Wizard, { id, key: id, step: step || 'stages' });
    case 'access': return el(AccessPage);
    default: return el(Connectors);
  }
}

function Locked() {
  return [el(Title, null, t('Your role only looks', 'Ваша роль — только просмотр')),
    el('p', null, t('An operator may change connectors, an admin may manage access too. Ask your admin for another role.',
      'Подключения меняет оператор, доступом управляет администратор. Попросите администратора о другой роли.')),
    el('a.button', { href: '#/' }, t('All connectors', 'Все подключения'))];
}

/** Another page begins at its top, for who reads it with his eyes and for who has it read to him. */
function useAddress() {
  const [where, setWhere] = useState(address());
  const came = useRef(where);
  useEffect(() => {
    const go = () => setWhere(address());
    addEventListener('hashchange', go);
    return () => removeEventListener('hashchange', go);
  }, []);
  useEffect(() => {
    if (came.current === where) return;
    document.getElementById('main').focus({ preventScroll: true });
    scrollTo(0, 0);
  }, [where]);
  return where;
}

function App() {
  const where = useAddress();
  const { value: who, problem } = usePolled(recognise, 0, []);
  return [
    el('a.skip', { href: '#main', onClick: event => { event.preventDefault(); document.getElementById('main').focus(); } },
      t('Skip to the content', 'К содержанию')),
    el('header.top', null,
      el('a.brand', { href: '#/' }, el('img', { src: '/page/icon.svg', alt: '', width: 28, height: 28 }), 'remfunnel'),
      el('div.row', null, el(Account, { who }))),
    el(Relogin),
    el('main', { id: 'main', tabIndex: -1 }, problem ? el('p.problem', { role: 'alert' }, said(problem)) : who && page(where)),
  ];
}

render(el(App), document.getElementById('app'));
