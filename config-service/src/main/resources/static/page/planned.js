// What a draft would do, asked of the service a moment after the last change.
import { useEffect, useState } from './view.js';
import * as api from './api.js';

export function usePlan(config, after = 600) {
  const [state, setState] = useState({ working: true });
  useEffect(() => {
    let over = false;
    setState(old => ({ ...old, working: true }));
    const ask = () => api.plan(config)
      .then(plan => { if (!over) setState({ plan }); })
      .catch(problem => {
        if (over) return;
        if (problem.status === 409 || problem.status === 429) timer = setTimeout(ask, 1500);
        else setState({ problem });
      });
    let timer = setTimeout(ask, after);
    return () => { over = true; clearTimeout(timer); };
  }, [JSON.stringify(config)]);
  return state;
}
