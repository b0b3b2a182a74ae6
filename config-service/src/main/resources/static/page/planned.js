// What a draft would do, asked of the service a moment after the last change.
import { isPassing, useEffect, useState } from './view.js';
import * as api from './api.js';

const AGAIN = 1500;
const LATER = 5000;

export function usePlan(config, after = 600) {
  const key = JSON.stringify(config);
  const [state, setState] = useState({});
  useEffect(() => {
    let over = false;
    let timer;
    const ask = async () => {
      try {
        const answer = await api.plan(config);
        if (over) return;
        if (answer.state === 'BUSY') timer = setTimeout(ask, AGAIN);
        else setState(answer.state === 'PLANNED' ? { key, plan: answer.plan } : { key, problem: answer.refusal });
      } catch (problem) {
        if (over) return;
        setState({ key, problem });
        // The service moves its state, or is away for a moment: that is no answer to the draft.
        if (isPassing(problem)) timer = setTimeout(ask, LATER);
      }
    };
    timer = setTimeout(ask, after);
    return () => { over = true; clearTimeout(timer); };
  }, [key]);
  // What was said of a former draft is still shown, but is no answer to this one: others wait for it.
  return { ...state, working: state.key !== key };
}
