// Another key, and with it another address or version of the API: tried at the source at once, as when connecting.
import { el, Dialog, useShown, useState } from './view.js';
import { said, t } from './words.js';
import * as api from './api.js';
import { latestOf } from './drafts.js';
import { Advanced, Going } from './steps/source.js';
import { corrected, tried, why } from './steps/trying.js';

export function Access({ each, onClose }) {
  const { enabled, source, 'time-zone': zone } = latestOf(each);
  const [form, setForm] = useState({ key: '', api: source.api, address: source['base-url'] || '' });
  const [going, setGoing] = useState(null);
  const [problem, setProblem] = useState('');
  const shown = useShown();
  const put = part => setForm({ ...form, ...part });
  const save = async event => {
    event.preventDefault();
    setProblem('');
    setGoing({ loaded: '' });
    try {
      const refusal = await given(each.connector, form, { enabled, zone, tell: setGoing });
      if (!shown.current) return;
      if (!refusal) return onClose();
      setProblem(refusal);
    } catch (refused) {
      setProblem((refused.problems || [refused]).map(said).join(' '));
    }
    setGoing(null);
  };
  return el(Dialog, { title: t('Change access', 'Изменить доступ'), onClose },
    el('form', { onSubmit: save },
      el('label', null, t('New API key', 'Новый ключ API'),
        el('input', { type: 'password', autocomplete: 'off', required: true, value: form.key, onInput: event => put({ key: event.target.value }) })),
      el('p.muted', null, t('It takes the place of the former one, is stored encrypted and never shown again.', 'Он заменит прежний; хранится в зашифрованном виде и больше не показывается.'),
        !enabled && t(' It is tried once the connector is resumed.', ' Он будет проверен, когда подключение возобновят.')),
      el(Advanced, { form, put, open: Boolean(source['base-url']) }),
      form.address !== (source['base-url'] || '') && el('p.muted', { role: 'status' }, t('A key goes to no address but its own: with another address the former key is removed at once.',
        'Ключ не передаётся на чужой адрес: при смене адреса прежний ключ сразу удаляется.')),
      problem && el('p.problem', { role: 'alert' }, problem),
      going && el(Going, { going }),
      el('div.actions', null, el('button.primary', { disabled: Boolean(going) }, t('Save', 'Сохранить')))));
}

/** Why it is refused; nothing when it is not. Nobody tries a key while its connector is paused. */
async function given(id, form, { enabled, zone, tell }) {
  await corrected(id, form);
  if (!enabled) {
    await api.giveKey(id, form.key);
    return '';
  }
  const end = await tried(id, form, tell);
  return end.refused ? why(end, zone) : '';
}
