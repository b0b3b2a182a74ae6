// Title and key; the key is tried at the source at once, then its dictionaries load.
import { el, useState } from '../view.js';
import { number, said, t } from '../words.js';
import * as api from '../api.js';
import { fresh, idOf } from '../drafts.js';

const pause = ms => new Promise(done => { setTimeout(done, ms); });

/** Asks until the source has said something of the key that was just given. */
async function verdict(id, before, { rounds, tell }) {
  for (let n = 0; n < rounds; n += 1) {
    const { status } = await api.connector(id);
    const state = status.ingest && status.ingest.at !== before ? status.ingest.state : '';
    const names = await api.dictionaries(id);
    tell({ state, loaded: loadedText(names) });
    if (state === 'KEY_REFUSED' || state === 'SOURCE_UNREACHABLE') return { refused: state, message: status.ingest.message };
    if ((state === 'CONNECTED' || state === 'SYNCING') && (names.status || []).length) return {};
    await pause(700);
  }
  return { refused: 'SLOW' };
}

/** With the key, as the version of the API that is said; otherwise as the one, and when that refuses it, as the other. */
async function tried(id, { key, api: version }, tell) {
  const first = await speaking(id, version || 'v1', key, { rounds: 60, tell });
  if (version || !first.refused || first.refused === 'SLOW') return first;
  const second = await speaking(id, 'v2', key, { rounds: 14, tell });
  return second.refused ? first : second;
}

async function speaking(id, version, key, { rounds, tell }) {
  const { configuration, pending, 'latest-revision': revision, status } = await api.connector(id);
  const latest = (pending && pending.configuration) || configuration;
  const before = status.ingest && status.ingest.at;
  if (latest.source.api !== version) await api.change({ ...latest, source: { ...latest.source, api: version } }, revision);
  await api.giveKey(id, key);
  return verdict(id, before, { rounds, tell });
}

const KINDS = { status: () => t('statuses', 'статусы'), location: () => t('locations', 'локации'), 'order-type': () => t('order types', 'типы заказов'),
  employee: () => t('employees', 'сотрудники'), 'ad-campaign': () => t('campaigns', 'источники'), 'order-field': () => t('fields', 'поля') };
const loadedText = names => Object.keys(KINDS).filter(kind => (names[kind] || []).length).map(kind => `${KINDS[kind]()} ${number(names[kind].length)}`).join(', ');

const why = ({ refused, message }) => ({
  KEY_REFUSED: t('RemOnline does not accept this key. Copy it again: Settings → API.', 'RemOnline не принимает этот ключ. Скопируйте его ещё раз: Настройки → API.'),
  SOURCE_UNREACHABLE: t(`RemOnline does not answer: ${message}`, `RemOnline не отвечает: ${message}`),
  SLOW: t('No answer yet; the connector goes on trying.', 'Ответа пока нет; попытки продолжаются.'),
})[refused];

export function Connect() {
  const [form, setForm] = useState({ title: '', key: '', api: '', address: '', currency: 'RUB' });
  const [made, setMade] = useState('');
  const [going, setGoing] = useState(null);
  const [problem, setProblem] = useState('');
  const set = name => event => setForm({ ...form, [name]: event.target.value });

  async function make() {
    const id = idOf(form.title, (await api.connectors()).map(each => each.connector), 'shop');
    await api.create({ connector: id, title: form.title, enabled: true,
      source: { api: form.api || 'v1', ...(form.address ? { 'base-url': form.address } : {}) },
      'time-zone': Intl.DateTimeFormat().resolvedOptions().timeZone, currency: form.currency, ...fresh() });
    setMade(id);
    return id;
  }

  async function connect(event) {
    event.preventDefault();
    setProblem('');
    setGoing({ state: '', loaded: '' });
    try {
      const id = made || await make();
      const end = await tried(id, form, setGoing);
      if (!end.refused) location.hash = `#/edit/${id}/stages`;
      else setProblem(why(end));
    } catch (refused) {
      setProblem((refused.problems || [refused]).map(said).join(' '));
    }
    setGoing(null);
  }

  const input = (name, label, rest) => el('label', null, label, el('input', { value: form[name], onInput: set(name), ...rest }));
  return [
    el('div.heading', null, el('h1', null, t('Connect RemOnline', 'Подключить RemOnline'))),
    el('form.panel.narrow', { onSubmit: connect },
      input('title', t('Title', 'Название'), { required: true, maxlength: 100, placeholder: t('Repair shop on Main Street', 'Мастерская на Тверской'), disabled: Boolean(made) }),
      input('key', t('API key', 'Ключ API'), { required: true, type: 'password', autocomplete: 'off', 'aria-describedby': 'key-help' }),
      el('p.muted', { id: 'key-help' }, t('In RemOnline: Settings → API → Create a key. It is stored encrypted and never shown again.',
        'В RemOnline: Настройки → API → Создать ключ. Он хранится в зашифрованном виде и больше не показывается.')),
      el('details', null, el('summary', null, t('Advanced', 'Дополнительно')), el('div.fields', null,
        el('label', null, t('API version', 'Версия API'), el('select', { value: form.api, onChange: set('api'), disabled: Boolean(made) },
          el('option', { value: '' }, t('found out by trying', 'подобрать')), el('option', { value: 'v1' }, 'v1'), el('option', { value: 'v2' }, 'v2'))),
        input('currency', t('Currency', 'Валюта'), { maxlength: 3, disabled: Boolean(made) }),
        input('address', t('Address', 'Адрес'), { placeholder: 'https://api.remonline.app', disabled: Boolean(made) }))),
      problem && el('p.problem', { role: 'alert' }, problem),
      going && el('div.progress', { role: 'status' }, el('progress', { 'aria-label': t('Connecting', 'Подключение') }),
        going.loaded ? t(`Loaded: ${going.loaded}`, `Загружено: ${going.loaded}`) : t('Checking the key…', 'Проверяем ключ…')),
      el('div.actions', null, el('button.primary', { disabled: Boolean(going) }, t('Connect', 'Подключить')))),
  ];
}
