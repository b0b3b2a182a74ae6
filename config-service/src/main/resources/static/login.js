const russian = {
  name: 'Имя', password: 'Пароль', login: 'Войти', save: 'Сохранить', again: 'Ещё раз',
  first: 'Этот пароль создан за вас. Придумайте свой.',
  fresh: 'Новый пароль, не короче 10 знаков',
  differ: 'Пароли не совпадают.', away: 'Служба не отвечает: попробуйте ещё раз.',
};
const english = { differ: 'The two are not the same.', away: 'The service does not answer: try again.' };
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

function enter(session) {
  if (session['must-change']) {
    login.hidden = true;
    change.hidden = false;
    change.fresh.focus();
  } else {
    location.assign('./');
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
