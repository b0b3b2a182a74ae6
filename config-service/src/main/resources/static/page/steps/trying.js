// A key is tried at the source at once, and what the source says of it is told.
import { number, t } from '../words.js';
import * as api from '../api.js';
import { latestOf } from '../drafts.js';
import { detail } from '../states.js';
import { pause } from '../view.js';

/**
 * Asks until the source has said something of the key that was just given. Until ingest has read it, it says that there is no
 * key, and of the former configuration or the former key it may say something still.
 */
async function verdict(id, { keyAt, revision }, { rounds, tell }) {
  const isOfIt = ingest => ingest && ingest.counters.key_stored_at_ms === keyAt && ingest.revision >= revision;
  for (let n = 0; n < rounds; n += 1) {
    const { status } = await api.connector(id);
    const state = isOfIt(status.ingest) ? status.ingest.state : '';
    const names = await api.dictionaries(id);
    tell({ state, loaded: loadedText(names) });
    if (state === 'KEY_REFUSED' || state === 'SOURCE_UNREACHABLE') return { refused: state, message: status.ingest.message };
    if ((state === 'CONNECTED' || state === 'SYNCING') && (names.status || []).length) return {};
    await pause(700);
  }
  return { refused: 'SLOW' };
}

/** With the key, as the version of the API that is said; otherwise as the one, and when that refuses it, as the other. */
export async function tried(id, { key, api: version }, tell) {
  const first = await speaking(id, version || 'v1', key, { rounds: 200, tell });
  if (version || !first.refused || first.refused === 'SLOW') return first;
  const second = await speaking(id, 'v2', key, { rounds: 200, tell });
  return second.refused && second.refused !== 'SLOW' ? first : second;
}

async function speaking(id, version, key, { rounds, tell }) {
  const connector = await api.connector(id);
  const { 'latest-revision': current } = connector;
  const latest = latestOf(connector);
  const { revision } = latest.source.api === version ? { revision: current }
    : await api.change({ ...latest, source: { ...latest.source, api: version } }, current);
  const { 'stored-at': storedAt } = await api.giveKey(id, key);
  return verdict(id, { keyAt: Date.parse(storedAt), revision }, { rounds, tell });
}

const KINDS = { status: () => t('statuses', 'статусы'), location: () => t('locations', 'локации'), 'order-type': () => t('order types', 'типы заказов'),
  employee: () => t('employees', 'сотрудники'), 'ad-campaign': () => t('campaigns', 'источники'), 'order-field': () => t('fields', 'поля') };
const loadedText = names => Object.keys(KINDS).filter(kind => (names[kind] || []).length).map(kind => `${KINDS[kind]()} ${number(names[kind].length)}`).join(', ');

export const why = ({ refused, message = '' }, zone) => ({
  KEY_REFUSED: t('RemOnline does not accept this key. Copy it again: Settings → API.', 'RemOnline не принимает этот ключ. Скопируйте его ещё раз: Настройки → API.'),
  SOURCE_UNREACHABLE: t(`RemOnline does not answer: ${detail(message, zone)}`, `RemOnline не отвечает: ${detail(message, zone)}`),
  SLOW: t('No answer yet; the connector goes on trying.', 'Ответа пока нет; попытки продолжаются.'),
})[refused];
