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

/** As a draft is kept, and as it is edited. */
const wholly = ({ revision, configuration }) => ({ revision, config: configuration });

/**
 * `known`: what is in force, and the source's names; nothing else is there before it. `draft`: what was begun, here or earlier
 * (`isFound`), or what is in force. `settle`: it was applied as that revision.
 */
export function useDraft(id) {
  const { value: asked, problem } = usePolled(() => load(id), 5000, [id]);
  const [applied, setApplied] = useState(null);
  const [own, setOwn] = useState(undefined);
  const [unkept, setUnkept] = useState(null);
  const hasBegun = useRef(false);
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
  const kept = own === undefined ? found && wholly(found) : own;
  const draft = kept || { revision: known.connector['latest-revision'], config: latest };
  /** What is changed or thrown away first is what was found. */
  const begin = () => {
    if (!hasBegun.current) drafts.over(found ? found.version : null);
    hasBegun.current = true;
  };
  const save = changed => {
    begin();
    drafts.keep(changed);
    setOwn(changed);
  };
  const set = part => save({ ...draft, config: { ...draft.config, ...part } });
  /** Fails where it could not be thrown away. */
  const forget = async () => {
    begin();
    await drafts.drop();
    setOwn(null);
    setUnkept(null);
  };
  /** What was changed in it while it was applied is the next one. */
  const settle = revision => {
    setApplied({ revision, config: draft.config });
    if (newest.current !== own) return save({ ...newest.current, revision });
    begin();
    setOwn(null);
    return drafts.drop().catch(setUnkept);
  };
  /** Goes on with what another window kept. */
  const giveWay = async () => {
    const { draft: there } = await api.draft(id);
    drafts.over(there ? there.version : null);
    setOwn(there ? wholly(there) : null);
    setUnkept(null);
  };
  /** What is here takes the place of what another window kept: that nothing is here, too. */
  const insist = async () => {
    drafts.over(undefined);
    if (kept) return drafts.keep(draft);
    await drafts.drop();
    return setUnkept(null);
  };
  return { problem, unkept, known, latest, draft, isBegun: Boolean(kept), isFound: Boolean(kept) && own === undefined, save, set, forget, settle, giveWay, insist };
}
