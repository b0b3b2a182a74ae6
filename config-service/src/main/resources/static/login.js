const russian = {
  name: 'Имя', password: 'Пароль', login: 'Войти', save: 'Сохранить', again: 'Ещё раз',
  first: 'Этот пароль создан за вас. Придумайте свой.',
  fresh: 'Новый пароль, не короче 10 знаков',
  differ: 'Пароли не совпадают.', away: 'Служба не отвечает: попробуйте ещё раз.',
  openid: name => `Войти через ${name}`,
  problems: {
    OFF: 'Вход через OpenID Connect здесь не настроен.',
    AWAY: 'Провайдер входа не отвечает. Попробуйте позже.',
    STALE: 'Вход был начат слишком давно, в другой вкладке или в другом браузере. Начните ещё раз.',
    DECLINED: 'Провайдер входа отказал, или вход был отменён.',
    REFUSED: 'Провайдер входа отклонил запрос. Причина — в журнале службы; сообщите администратору.',
    INVALID: 'Ответу провайдера входа нельзя верить, поэтому вход отклонён. Причина — в журнале службы; сообщите администратору.',
    BAD_NAME: 'Провайдер входа не сообщил имени, которое здесь возможно. Обратитесь к администратору.',
    NO_ROLE: 'Провайдер входа вас знает, но доступа сюда у вас нет. Попросите роль у администратора.',
    TAKEN: 'Под вашим именем здесь уже есть другой пользователь. Обратитесь к администратору.',
    NOT_KEPT: 'Служба сейчас не может запомнить вход. Попробуйте позже.',
    TOO_MANY: 'Слишком много попыток. Подождите четверть часа.',
  },
};
const english = {
  differ: 'The two are not the same.', away: 'The service does not answer: try again.',
  openid: name => `Sign in with ${name}`,
  problems: {
    OFF: 'Login with OpenID Connect is not set up here.',
    AWAY: 'The login provider does not answer. Try again later.',
    STALE: 'This login was begun too long ago, in another tab or in another browser. Begin again.',
    DECLINED: 'The login provider said no, or the login was cancelled.',
    REFUSED: 'The login provider refused the request. The service’s log says why; tell an admin.',
    INVALID: 'What the login provider answered cannot be trusted, so you were not let in. The service’s log says why; tell an admin.',
    BAD_NAME: 'The login provider told no name that one can have here. Ask an admin.',
    NO_ROLE: 'The login provider knows you, but you have no access here. Ask an admin for a role.',
    TAKEN: 'There is another user of your name here. Ask an admin.',
    NOT_KEPT: 'The service cannot keep the login now. Try again later.',
    TOO_MANY: 'Too many tries. Wait a quarter of an hour.',
  },
};
const chosen = localStorage.getItem('remfunnel.language') || navigator.language;
const isRussian = chosen.startsWith('ru');
const words = isRussian ? russian : english;

const login = document.getElementById('login');
const change = document.getElementById('change');
const said = document.getElementById('said');

if (isRussian) {
  document.documentElement.lang = 'ru';
  document.querySelectorAll('[data-text]').forEach(each => { each.textContent = words[each.dataset.text]; });
}

const other = document.getElementById('language');
other.textContent = isRussian ? 'English' : 'Русский';
other.lang = isRussian ? 'en' : 'ru';
other.addEventListener('click', () => { localStorage.setItem('remfunnel.language', other.lang); location.reload(); });

const csrf = () => document.cookie.split('; ').find(each => each.startsWith('XSRF-TOKEN='))?.slice('XSRF-TOKEN='.length) ?? '';

/** The answer where it is good; otherwise says why not. */
async function post(path, body) {
  said.textContent = '';
  try {
    const answer = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Accept-Language': isRussian ? 'ru' : 'en', 'X-XSRF-TOKEN': csrf() },
      body: JSON.stringify(body),
    });
    const json = await answer.json();
    if (answer.ok) return json;
    said.textContent = json.detail;
  } catch {
    said.textContent = words.away;
  }
  return undefined;
}

/** Another way to log in, and why it did not work a moment ago. */
async function offerOthers() {
  const problem = new URLSearchParams(location.search).get('problem');
  if (problem) {
    said.textContent = Object.hasOwn(words.problems, problem) ? words.problems[problem] : '';
    history.replaceState(null, '', location.pathname + location.hash);
  }
  try {
    const ways = await (await fetch('api/login')).json();
    login.hidden = !ways.passwords;
    const openid = document.getElementById('openid');
    openid.hidden = !ways.openid;
    if (ways.openid) openid.textContent = words.openid(ways.openid.name);
  } catch {
    said.textContent ||= words.away;
  }
}
offerOthers();

// A provider's pages know nothing of where one was going.
document.getElementById('openid').addEventListener('click', () => sessionStorage.setItem('remfunnel.address', location.hash));

function enter(session) {
  if (session['must-change']) {
    login.hidden = true;
    document.getElementById('openid').hidden = true;
    change.hidden = false;
    change.fresh.focus();
  } else {
    location.assign(`./${location.hash}`);
  }
}

login.addEventListener('submit', async event => {
  event.preventDefault();
  const session = await post('api/login', { name: login.elements.name.value.trim(), password: login.password.value });
  if (session) enter(session);
});

change.addEventListener('submit', async event => {
  event.preventDefault();
  if (change.fresh.value !== change.again.value) {
    said.textContent = words.differ;
    return;
  }
  const session = await post('api/password', { old: login.password.value, new: change.fresh.value });
  if (session) enter(session);
});
