// What is edited of one connector, whichever step is shown: kept at each change, and in nobody's way until it is applied.
import { useEffect, useMemo, usePolled, useRef, useState } from './view.js';
import * as api from './api.js';
import { isOfAnotherWindow, keeper, latestOf } from './drafts.js';

async function load(id) {
  const [connector, names, fields, statuses, begun] = await Promise.all([api.connector(id), api.dictionaries(id), api.fields(id), api.statuses(id), api.draft(id)]);
  return { connector, names, fields, statuses, begun };
}

/** What was asked, and what was applied from here since then: the next asking tells of it too. */
const since = (asked, applied) => (asked && applied && applied.revision > asked.connector['latest-revision']
  ? { ...asked, connector: { ...asked.connector, 'latest-revision': applied.revision, pending: { configuration: applied.config } } } : asked);

/**
 * `known`: what is in force, and the source's names; nothing else is there before it. `draft`: what was begun, here or earlier
 * (`isFound`), or what is in force. `settle`: it was applied as that revision.
 */
export function useDraft(id) {
  const { value: asked, problem } = usePolled(() => load(id), 5000, [id]);
  const [applied, setApplied] = useState(null);
  const [own, setOwn] = useState(undefined);
  const [unkept, setUnkept] = useState(null);
  const newest = useRef(own);
  newest.current = own;
  const drafts = useMemo(() => keeper(id, setUnkept), [id]);
  useEffect(() => {
    addEventListener('pagehide', drafts.leave);
    return () => { removeEventListener('pagehide', drafts.leave); drafts.flush(); };
  }, [drafts]);
  const known = since(asked, applied);
  if (!known) return { problem };

  const latest = latestOf(known.connector);
  const found = known.begun.draft;
  const kept = own === undefined ? found && { revision: found.revision, config: found.configuration } : own;
  const draft = kept || { revision: known.connector['latest-revision'], config: latest };
  /** What is changed or thrown away first is what was found. */
  const begin = () => { if (own === undefined) drafts.over(found ? found.version : null); };
  const save = changed => {
    begin();
    drafts.keep(changed);
    setOwn(changed);
  };
  const set = part => save({ ...draft, config: { ...draft.config, ...part } });
  const forget = () => {
    begin();
    setOwn(null);
    return drafts.drop();
  };
  /** What was changed in it while it was applied is the next one. */
  const settle = revision => {
    setApplied({ revision, config: draft.config });
    return newest.current === own ? forget() : save({ ...newest.current, revision });
  };
  /** What another window keeps, in place of this one's; or this one's in place of that. */
  const giveWay = () => { setOwn(undefined); setUnkept(null); };
  const insist = () => { drafts.over(undefined); drafts.keep(draft); };
  return { problem, unkept, known, latest, draft, isBegun: Boolean(kept), isFound: Boolean(kept) && own === undefined, save, set, forget, settle, giveWay, insist };
}
