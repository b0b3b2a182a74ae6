// What a draft would do, asked of the service a moment after the last change, and again while it is seen: orders go on coming.
import { isPassing, useEffect, useState } from './view.js';
import * as api from './api.js';

const BUSY = 1500;
const AGAIN = 5000;

/** A plan that took long is asked for seldom: the service makes one at a time, and others want theirs. It may also have waited for a login. */
const REST = 9;
const LONGEST_REST = 60000;

/** While it is to be `still` the last answer stays. `of` is the draft that the answer is of, which may be a former one. */
export function usePlan(config, { after = 600, still = false } = {}) {
  const key = JSON.stringify(config);
  const [state, setState] = useState({});
  useEffect(() => {
    if (still) return undefined;
    let over = false;
    let unseen = false;
    let timer;
    const later = ms => { timer = setTimeout(ask, ms); };
    const answered = (answer, took) => {
      if (answer.state === 'BUSY') return later(BUSY);
      if (answer.state !== 'PLANNED') return setState({ key, of: config, problem: answer.refusal });
      setState({ key, of: config, plan: answer.plan });
      return later(Math.min(Math.max(AGAIN, took * REST), LONGEST_REST));
    };
    async function ask() {
      unseen = document.hidden;
      if (unseen) return;
      const began = performance.now();
      try {
        const answer = await api.plan(config);
        if (!over) answered(answer, performance.now() - began);
      } catch (problem) {
        if (over) return;
        // The service moves its state, or is away for a moment: that is no answer to the draft, and what was answered is told beside it.
        setState(old => ({ ...(isPassing(problem) && old.key === key ? old : { key, of: config }), problem }));
        if (isPassing(problem)) later(AGAIN);
      }
    }
    const look = () => { if (unseen) ask(); };
    document.addEventListener('visibilitychange', look);
    later(after);
    return () => { over = true; clearTimeout(timer); document.removeEventListener('visibilitychange', look); };
  }, [key, still]);
  // What was said of a former draft is still shown, but is no answer to this one: others wait for it.
  return { ...state, working: state.key !== key };
}
