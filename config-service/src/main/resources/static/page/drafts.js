// Half-made changes, kept by the service until they are applied or thrown away.
import * as api from './api.js';

const PAUSE = 400;

/**
 * Keeps what was last given, a moment after it; one request after the other, so that none overtakes another. What another window kept
 * meanwhile is not written over: `tell` is told, and nothing more is kept until it was said `over` which it goes on.
 */
export function keeper(id, tell) {
  let waiting = null;
  let sent = null;
  let timer;
  let last = Promise.resolve();
  let version = null;
  let drops = 0;
  const keep = async draft => {
    const before = drops;
    sent = draft;
    try {
      ({ version } = await api.keepDraft(id, draft, { version }));
      tell(null);
    } catch (problem) {
      // What could not be kept is tried again with the next change, or when the page is left, unless it was thrown away meanwhile.
      if (!isOfAnotherWindow(problem) && drops === before) waiting = waiting || draft;
      tell(problem);
    }
    sent = null;
  };
  const taken = () => {
    clearTimeout(timer);
    const draft = waiting;
    waiting = null;
    return draft;
  };
  const flush = () => {
    const draft = taken();
    if (draft) last = last.then(() => keep(draft));
    return last;
  };
  return {
    flush,
    /** The page is being left: it is sent at once, and takes the place of what is on its way. */
    leave() {
      const draft = taken() || sent;
      if (draft) api.keepDraft(id, draft, { version: sent ? undefined : version, leaving: true }).then(kept => { version = kept.version ?? version; }, () => {});
    },
    keep(draft) { waiting = draft; clearTimeout(timer); timer = setTimeout(flush, PAUSE); },
    /** Fails where it could not be thrown away. */
    drop() {
      taken();
      drops += 1;
      const dropped = last.then(async () => {
        if (version !== null) await api.dropDraft(id, version);
        version = null;
      });
      last = dropped.catch(() => {});
      return dropped;
    },
    /** What is kept from here on takes the place of that version; null where nothing was kept, undefined for whatever there is. */
    over(former) { taken(); version = former; },
  };
}

/** Kept from another window of the same person's. */
export const isOfAnotherWindow = problem => Boolean(problem) && problem.status === 412;

/** The configuration that was written last, in force or about to be. */
export const latestOf = ({ pending, configuration }) => (pending && pending.configuration) || configuration;

const container = (id, title, marker) => ({ id, title, ...(marker ? { marker } : {}), statuses: [] });

/** What a connector begins with, and what reset leaves: the four usual containers, no filter, no calculation. */
export const fresh = () => ({
  filter: { match: 'all', conditions: [] },
  stages: [container('inquiry', 'Обращения', 'initial'), container('lost', 'Некачественные', 'failure'),
    container('lead', 'Лиды', 'in-progress'), container('paid', 'Оплачен', 'success')],
  unmapped: 'keep',
  calculation: { coefficients: {} },
  dimensions: [],
});

/** A draft that begins anew, in place of whatever was begun; asked for by a click, so that no address does it again. */
export const reset = (id, revision, config) => api.keepDraft(id, { revision, config: { ...config, ...fresh() } });

const LATIN = { а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ё: 'e', ж: 'zh', з: 'z', и: 'i', й: 'y', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p',
  р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'h', ц: 'c', ч: 'ch', ш: 'sh', щ: 'sch', ъ: '', ы: 'y', ь: '', э: 'e', ю: 'yu', я: 'ya' };

/** An id that is not among the taken ones, made of a title. */
export function idOf(title, taken, otherwise) {
  const base = [...title.toLowerCase()].map(each => (each in LATIN ? LATIN[each] : each)).join('')
    .replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 34) || otherwise;
  let id = base;
  for (let n = 2; taken.includes(id); n += 1) id = `${base}-${n}`;
  return id;
}
