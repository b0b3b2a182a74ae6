// Whether the session goes on, asked before anything else is: its end is an answer, no failed request, and what was to be asked waits for the next login.
const FRESH_MS = 1000;
const AGAIN_MS = 3000;

let at = -FRESH_MS;
let answer;
let waiting = null;
/** Who is at this page: the first that it heard of. */
let whose;
let foreign = false;
let tell = () => {};

async function ask() {
  try {
    const response = await fetch('/api/session/state', { cache: 'no-store', credentials: 'same-origin', headers: { Accept: 'application/json' } });
    return response.ok ? isOurs(await response.json()) : true;
  } catch {
    // That the service is away is what the request itself is told.
    return true;
  }
}

/** What somebody else left half-made is not for him who is logged in now: for him the page begins anew, and asks nothing more before. */
function isOurs({ open, name }) {
  if (!open) return false;
  // An instance of a former version, which may answer while services are upgraded one by one, says no name.
  if (!name || name === (whose ??= name)) return true;
  foreign = true;
  location.reload();
  return new Promise(() => {});
}

/** Nothing of what one person left is sent as another. */
export const isForeign = () => foreign;

function isOpen() {
  if (performance.now() - at > FRESH_MS) {
    at = performance.now();
    answer = ask();
  }
  return answer;
}

/** Somebody is logged in again, here or in another window. */
export function resume() {
  at = -FRESH_MS;
  if (!waiting) return;
  waiting.go();
  waiting = null;
  tell(false);
}

async function watch() {
  if (!waiting) return;
  if (await ask()) resume();
  else setTimeout(watch, AGAIN_MS);
}

/** Until somebody has logged in again. */
export function over() {
  if (!waiting) {
    waiting = {};
    waiting.over = new Promise(go => { waiting.go = go; });
    tell(true);
    setTimeout(watch, AGAIN_MS);
  }
  return waiting.over;
}

/** `anew`: what changes something is sent as nobody but him who is logged in this moment. */
export async function opened(anew) {
  if (anew) at = -FRESH_MS;
  if (waiting || !await isOpen()) await over();
}

/** Who is told when the session ends and when it goes on. */
export const onEnd = listener => { tell = listener; };

/** The page is left on purpose: nobody needs to be asked to log in. */
export const leave = () => { tell = () => {}; };
