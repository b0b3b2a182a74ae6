// A key is tried at the source at once, and what the source says of it is told.
import { number, t } from '../words.js';
import * as api from '../api.js';
import { latestOf } from '../drafts.js';
import { answered, inWords } from '../troubles.js';
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
    if (state === 'KEY_REFUSED' || state === 'SOURCE_UNREACHABLE') return { refused: state, ingest: status.ingest };
    if ((state === 'CONNECTED' || state === 'SYNCING') && (names.status || []).length) return {};
    await pause(700);
  }
  return { refused: 'SLOW' };
}

/** What was typed otherwise since it was made; an address that is empty is the usual one. */
export async function corrected(id, { address, api: version, title, zone, currency }) {
  const connector = await api.connector(id);
  const latest = latestOf(connector);
  const { 'base-url': former = '', ...source } = latest.source;
  const wanted = { title: title || latest.title, 'time-zone': zone || latest['time-zone'], currency: currency || latest.currency };
  const isSame = former === address && [source.api, ''].includes(version) && Object.entries(wanted).every(([name, value]) => latest[name] === value);
  if (isSame) return;
  await api.change({ ...latest, ...wanted, source: { ...source, api: version || source.api, ...(address ? { 'base-url': address } : {}) } }, connector['latest-revision']);
}

/** What another version of the API may take otherwise; that nothing answers says nothing of the version. */
const OF_THE_VERSION = ['KEY', 'RIGHTS', 'REQUEST'];

/** With the key, as the version of the API that is said; otherwise as the one, and when that refuses it, as the other. */
export async function tried(id, { key, api: version }, tell) {
  const former = latestOf(await api.connector(id)).source.api;
  const first = await speaking(id, version || 'v1', key, { rounds: 200, tell });
  if (version || !first.ingest || !OF_THE_VERSION.includes(first.ingest.cause)) return first;
  const second = await speaking(id, 'v2', key, { rounds: 200, tell });
  if (!second.ingest) return second;
  await speak(id, former);
  return first;
}

/** The revision that has it speak that version. */
async function speak(id, version) {
  const connector = await api.connector(id);
  const { 'latest-revision': current } = connector;
  const latest = latestOf(connector);
  return latest.source.api === version ? current : (await api.change({ ...latest, source: { ...latest.source, api: version } }, current)).revision;
}

async function speaking(id, version, key, { rounds, tell }) {
  const revision = await speak(id, version);
  const { 'stored-at': storedAt } = await api.giveKey(id, key);
  return verdict(id, { keyAt: Date.parse(storedAt), revision }, { rounds, tell });
}

const KINDS = { status: () => t('statuses', 'статусы'), location: () => t('locations', 'локации'), 'order-type': () => t('order types', 'типы заказов'),
  employee: () => t('employees', 'сотрудники'), 'ad-campaign': () => t('campaigns', 'источники'), 'order-field': () => t('fields', 'поля') };
const loadedText = names => Object.keys(KINDS).filter(kind => (names[kind] || []).length).map(kind => `${KINDS[kind]()} ${number(names[kind].length)}`).join(', ');

/** What the source said goes with it: it may be a word on the address that was typed. */
export function why({ refused, ingest }, zone) {
  if (refused === 'SLOW') return t('No answer yet; the connector goes on trying.', 'Ответа пока нет; попытки продолжаются.');
  const words = inWords(ingest, zone);
  return ingest.cause === 'KEY' ? words : `${words} ${answered(ingest)}`.trim();
}
