// What is asked of the service; a refusal is thrown as the problem that it says.
import { language } from './words.js';
import { isForeign, opened, over } from './session.js';

const cookie = name => document.cookie.split('; ').filter(each => each.startsWith(`${name}=`))
  .map(each => decodeURIComponent(each.slice(name.length + 1)))[0];

/** `leaving`: the page will not be there to hear the answer, nor to wait for anything before it asks. */
export async function call(path, options = {}) {
  if (!options.leaving) await opened((options.method || 'GET') !== 'GET');
  else if (isForeign()) return {};
  const response = await send(path, options);
  if (response.status === 401 && !options.leaving) {
    await over();
    return call(path, options);
  }
  return read(response, options);
}

async function read(response, { verbatim = false } = {}) {
  const text = await response.text().catch(away);
  const answer = text ? parsed(text, response) : {};
  if (!response.ok) throw { status: response.status, ...answer };
  return verbatim ? { ...answer, verbatim: JSON.parse(text, asWritten) } : answer;
}

/** What a browser says of a network that fails is in its own words. */
function away() {
  throw { en: 'The service cannot be reached: see to the network, or try again in a minute.', ru: 'Служба недоступна: проверьте сеть или повторите через минуту.' };
}

/** A proxy before the service answers with pages of its own. */
function parsed(text, { status }) {
  try {
    return JSON.parse(text);
  } catch {
    throw { status, en: `Something else answered in place of the service (HTTP ${status}).`, ru: `Вместо службы ответило что-то другое (HTTP ${status}).` };
  }
}

/** 10.50 stays 10.50, where the browser tells how a number was written. */
const asWritten = (key, value, { source } = {}) => (typeof value === 'number' && source && JSON.rawJSON ? JSON.rawJSON(source) : value);

/** Browsers refuse whatever would outlive its page and is longer than 64 KiB; without outliving it, it usually gets through all the same. */
const MOST_KEPT_ALIVE = 60_000;

function send(path, { method = 'GET', body, headers = {}, cache = 'no-store', leaving = false }) {
  const json = body === undefined ? undefined : JSON.stringify(body);
  const token = method === 'GET' ? undefined : cookie('XSRF-TOKEN');
  return fetch(path, {
    method,
    // The ETag of a connector is that of its configuration: its status changes under it.
    cache,
    credentials: 'same-origin',
    keepalive: leaving && new Blob([json || '']).size < MOST_KEPT_ALIVE,
    headers: {
      Accept: 'application/json',
      'Accept-Language': language,
      ...(json === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(token ? { 'X-XSRF-TOKEN': token } : {}),
      ...headers,
    },
    body: json,
  }).catch(away);
}

/** Asked of nobody's session. */
export const login = async (name, password) => read(await send('/api/login', { method: 'POST', body: { name, password } }));

const at = id => `/api/connectors/${encodeURIComponent(id)}`;
const asked = query => new URLSearchParams(Object.entries(query).filter(([, value]) => !Array.isArray(value) || value.length).filter(([, value]) => value !== '' && value !== undefined));

export const connectors = () => call('/api/connectors');
export const connector = id => call(at(id));
export const dictionaries = id => call(`${at(id)}/dictionaries`);
export const fields = id => call(`${at(id)}/fields`);
export const statuses = id => call(`${at(id)}/statuses`);
export const funnel = (id, slice) => call(`${at(id)}/funnel?${asked(slice)}`, { cache: 'no-cache' });
export const orders = (id, query) => call(`${at(id)}/orders?${asked(query)}`);
export const explain = (id, order) => call(`${at(id)}/orders/${order}/explain`, { verbatim: true });
export const draft = id => call(`${at(id)}/draft`);
/** `version`: the one that it takes the place of, null for none; whatever is there where that is not said. */
const expecting = version => (version === undefined ? {} : version === null ? { 'If-None-Match': '*' } : { 'If-Match': `"${version}"` });
export const keepDraft = (id, { revision, config }, { version, leaving = false } = {}) =>
  call(`${at(id)}/draft`, { method: 'PUT', body: { revision, configuration: config }, headers: expecting(version), leaving });
export const dropDraft = (id, version) => call(`${at(id)}/draft`, { method: 'DELETE', headers: expecting(version) });
export const history = (id, page) => call(`${at(id)}/history?${asked({ page })}`);
export const revision = (id, number) => call(`${at(id)}/revisions/${number}`);
export const removedConnectors = () => call('/api/removed-connectors');
export const drift = id => call(`${at(id)}/drift`);
export const seeStatuses = id => call(`${at(id)}/drift/seen`, { method: 'POST' });
export const trial = (draft, order) => call(`${at(draft.connector)}/orders/${order}/trial`, { method: 'POST', body: draft });
/** Answered with a state: that a draft which is being typed makes no funnel yet is no failure. */
export const plan = draft => call(`${at(draft.connector)}/draft/plan`, { method: 'POST', body: draft });
export const create = draft => call(at(draft.connector), { method: 'PUT', body: draft, headers: { 'If-None-Match': '*' } });
export const change = (draft, revision) =>
  call(at(draft.connector), { method: 'PUT', body: draft, headers: { 'If-Match': `"${revision}"` } });
export const remove = (id, revision) => call(at(id), { method: 'DELETE', headers: { 'If-Match': `"${revision}"` } });
export const giveKey = (id, key) => call(`${at(id)}/credentials`, { method: 'PUT', body: { 'api-key': key } });
