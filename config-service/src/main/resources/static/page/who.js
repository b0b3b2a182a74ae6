// Who looks at the pages, and what his role lets him do; the service refuses the rest whatever a page shows.
import { call } from './api.js';

const RANKS = ['VIEWER', 'OPERATOR', 'ADMIN'];
let me = { role: 'VIEWER' };

export async function recognise() {
  me = await call('/api/session');
  return me;
}

/** As far as it is known yet. */
export const whoever = () => me;

export const may = role => RANKS.indexOf(me.role) >= RANKS.indexOf(role);
