// Title and key; the key is tried at the source at once, then its dictionaries load.
import { el, Title, usePolled, useShown, useState } from '../view.js';
import { moment, said, t } from '../words.js';
import * as api from '../api.js';
import { fresh, idOf } from '../drafts.js';
import { Currency, hereZone, Zone } from './basics.js';
import { Advanced, Going } from './source.js';
import { corrected, tried, why } from './trying.js';

const begin = () => ({ title: '', key: '', api: '', address: '', zone: hereZone(), currency: 'RUB' });
const filled = ({ title, source, currency, 'time-zone': zone }) => ({ title, api: source.api, address: source['base-url'] || '', zone, currency });

/** What is not typed is as it was before a removal, or as it usually is. */
function draftOf(id, form, former) {
  const { 'base-url': address, ...source } = former ? former.source : {};
  return { ...(former || fresh()), connector: id, title: form.title, enabled: true,
    source: { ...source, api: form.api || 'v1', ...(form.address ? { 'base-url': form.address } : {}) }, 'time-zone': form.zone, currency: form.currency };
}

export function Connect() {
  const [typed, setTyped] = useState({});
  const [from, setFrom] = useState(undefined);
  const [made, setMade] = useState('');
  const [going, setGoing] = useState(null);
  const [problem, setProblem] = useState('');
  const shown = useShown();
  const { value: removed = [] } = usePolled(api.removedConnectors, 0, []);
  // Until one is chosen, the one that is called as what is typed: who connects again means that one.
  const former = (removed.find(({ configuration: { connector, title } }) =>
    (from === undefined ? typed.title && title.toLowerCase() === typed.title.trim().toLowerCase() : connector === from)) || {}).configuration;
  const form = { ...begin(), ...(former && filled(former)), ...typed };
  const put = part => setTyped({ ...typed, ...part });
  const choose = id => {
    setFrom(id);
    setTyped(id ? { key: form.key } : typed);
  };

  async function make() {
    const id = former ? former.connector : idOf(form.title, (await api.connectors()).map(each => each.connector), 'shop');
    await api.create(draftOf(id, form, former));
    // What is typed from here on corrects this one, whatever it is called.
    setFrom(former ? former.connector : '');
    setMade(id);
    return id;
  }

  async function connect(event) {
    event.preventDefault();
    setProblem('');
    setGoing({ state: '', loaded: '' });
    try {
      const id = made || await make();
      if (made) await corrected(made, form);
      // What was half-made of a removed connector of that id is of its address, and not of this one's.
      if (!former) await api.dropDraft(id);
      const end = await tried(id, form, setGoing);
      if (!shown.current) return;
      if (!end.refused) location.hash = former ? `#/funnel/${id}` : `#/edit/${id}/filter`;
      else setProblem(why(end, form.zone));
    } catch (refused) {
      setProblem((refused.problems || [refused]).map(said).join(' '));
    }
    setGoing(null);
  }

  const input = (name, label, rest) => el('label', null, label, el('input', { value: form[name], onInput: event => put({ [name]: event.target.value }), ...rest }));
  return [
    el('div.heading', null, el(Title, null, t('Connect RemOnline', 'Подключить RemOnline'))),
    el('form.panel.narrow', { onSubmit: connect },
      input('title', t('Title', 'Название'), { required: true, maxlength: 100, placeholder: t('Repair shop on Main Street', 'Мастерская на Тверской') }),
      removed.length > 0 && el(Again, { removed, former, choose, disabled: Boolean(made) }),
      input('key', t('API key', 'Ключ API'), { required: true, type: 'password', autocomplete: 'off', 'aria-describedby': 'key-help' }),
      el('p.muted', { id: 'key-help' }, t('In RemOnline: Settings → API → Create a key. It is stored encrypted and never shown again.',
        'В RemOnline: Настройки → API → Создать ключ. Он хранится в зашифрованном виде и больше не показывается.')),
      el('div.fields', null,
        el(Zone, { value: form.zone, onChange: zone => put({ zone }) }),
        el(Currency, { value: form.currency, onChange: currency => put({ currency }) })),
      el(Advanced, { form, put, open: Boolean(former && former.source['base-url']) }),
      problem && el('p.problem', { role: 'alert' }, problem),
      going && el(Going, { going }),
      el('div.actions', null, el('button.primary', { disabled: Boolean(going) }, t('Connect', 'Подключить')))),
  ];
}

/** Connecting again undoes a removal. */
function Again({ removed, former, choose, disabled }) {
  const when = ({ 'removed-at': at, 'removed-by': by, configuration: { 'time-zone': zone } }) => (at ? t(`, removed ${moment(at, zone)} by ${by}`, `, удалено ${moment(at, zone)}, ${by}`) : '');
  return [
    el('label', null, t('Settings', 'Настройки'), el('select', { value: former ? former.connector : '', disabled, onChange: event => choose(event.target.value) },
      el('option', { value: '' }, t('begin anew', 'начать заново')), removed.map(each => el('option', { value: each.configuration.connector }, t(`of “${each.configuration.title}”`, `от «${each.configuration.title}»`), when(each))))),
    el('p.muted', { role: 'status' }, former ? t('It comes back as it was: filter, stages and calculation. Only the key is to be given again.',
      'Всё вернётся, как было: фильтр, этапы и расчёт. Заново нужен только ключ.') : '',
    former && [' ', el('a', { href: `#/history/${former.connector}` }, t('Its history', 'История'))]),
  ];
}
