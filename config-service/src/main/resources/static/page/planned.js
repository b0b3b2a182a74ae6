// What a draft would do, asked of the service a moment after the last change.
import { useEffect, useState } from './view.js';
import * as api from './api.js';

const AGAIN = 1500;

export function usePlan(config, after = 600) {
  const [state, setState] = useState({ working: true });
  useEffect(() => {
    let over = false;
    let timer;
    setState(old => ({ ...old, working: true }));
    const ask = async () => {
      try {
        const said = await api.plan(config);
        if (over) return;
        if (said.state === 'BUSY') timer = setTimeout(ask, AGAIN);
        else setState(said.state === 'PLANNED' ? { plan: said.plan } : { problem: said.refusal });
      } catch (problem) {
        if (!over) setState({ problem });
      }
    };
    timer = setTimeout(ask, after);
    return () => { over = true; clearTimeout(timer); };
  }, [JSON.stringify(config)]);
  return state;
}
