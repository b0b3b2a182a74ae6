// Who may log in, and which programs: for admins.
import { el, Title, usePolled, useState } from './view.js';
import { moment, said, t } from './words.js';
import { call } from './api.js';
import { Question } from './questions.js';

const ROLES = { VIEWER: () => t('looks only', 'только смотрит'), OPERATOR: () => t('changes connectors', 'меняет подключения'), ADMIN: () => t('manages access too', 'управляет и доступом') };
const at = (kind, name, rest = '') => `/api/${kind}/${encodeURIComponent(name)}${rest}`;

export function AccessPage() {
  const [turn, setTurn] = useState(0);
  const [made, setMade] = useState(null);
  const [failure, setFailure] = useState(null);
  const { value, problem } = usePolled(async () => ({ users: await call('/api/users'), tokens: await call('/api/tokens') }), 0, [turn]);
  const [asking, setAsking] = useState(null);
  const act = async (path, options, shown = () => null) => {
    setFailure(null);
    try { setMade(shown(await call(path, options))); } catch (refused) { setFailure(refused); }
    setTurn(old => old + 1);
  };
  const told = failure || problem;
  return [
    el('div.heading', null, el(Title, null, t('Users and tokens', 'Пользователи и токены'))),
    told && el('p.problem', { role: 'alert' }, said(told)),
    made && el('p.notice', { role: 'status' }, `${made.text} `, el('code.secret', null, made.secret), t(' It is shown this once.', ' Показывается один раз.')),
    !value && !problem && el('p.muted', { role: 'status' }, t('Loading…', 'Загрузка…')),
    value && [el(Users, { all: value.users, act, ask: setAsking, refuse: setFailure }), el(Tokens, { all: value.tokens, act, ask: setAsking })],
    asking && el(Question, { ...asking, no: t('Keep', 'Оставить'), onClose: () => setAsking(null), act: async () => { setAsking(null); await act(asking.path, { method: 'DELETE' }); } }),
  ];
}

const Roles = ({ label, value, onChange }) => el('select', { 'aria-label': label, name: 'role', value, onChange },
  Object.entries(ROLES).map(([role, text]) => el('option', { value: role }, text())));

const listed = (title, heads, rows) => el('div.scroll', { tabIndex: 0, role: 'region', 'aria-label': title }, el('table', null,
  el('thead', null, el('tr', null, heads.map(head => el('th', { scope: 'col' }, head)))), el('tbody', null, rows)));

const sent = use => event => {
  event.preventDefault();
  const form = event.currentTarget;
  use(Object.fromEntries(new FormData(form)));
  form.reset();
};

const ofProvider = user => user.login === 'OPENID';

const removal = name => ({ path: at('users', name), title: t(`Remove ${name}?`, `Удалить ${name}?`), yes: t('Remove', 'Удалить'),
  text: t('Whoever is logged in under this name is logged out at once. A user of that name can be added again, with a new password.',
    'Кто вошёл под этим именем, сразу потеряет доступ. Пользователя с таким именем можно добавить снова, с новым паролем.') });

const revocation = ({ id, title }) => ({ path: at('tokens', id), title: t(`Revoke the token “${title}”?`, `Отозвать токен «${title}»?`), yes: t('Revoke', 'Отозвать'),
  text: t('Whatever uses it is refused from now on. It cannot be brought back: another one would have to be made.', 'Всё, что им пользуется, получит отказ. Вернуть его нельзя: понадобится новый.') });

function Users({ all, act, ask, refuse }) {
  const password = name => answer => ({ text: t(`The first password of ${name}:`, `Первый пароль для ${name}:`), secret: answer.password });
  const title = t('Users', 'Пользователи');
  return el('section.panel', null, el('h2', null, title),
    listed(title, [t('Name', 'Имя'), t('Role', 'Роль'), t('Changed', 'Изменён'), t('Actions', 'Действия')], all.map(user => el('tr', { key: user.name },
      el('th', { scope: 'row' }, user.name, user['must-change'] && el('small', null, t('has not chosen a password yet', 'ещё не выбрал пароль')),
        ofProvider(user) && el('small', null, t('logs in with OpenID Connect, which gives the role', 'входит через OpenID Connect, там же и роль'))),
      el('td', null, ofProvider(user) ? ROLES[user.role]() : el(Roles, { label: t(`Role of ${user.name}`, `Роль: ${user.name}`), value: user.role,
        onChange: event => act(at('users', user.name), { method: 'PUT', body: { role: event.target.value } }) })),
      el('td', null, moment(user['updated-at'])),
      el('td', null, el('div.row', null,
        !ofProvider(user) && el('button', { type: 'button', onClick: () => act(at('users', user.name, '/password'), { method: 'POST' }, password(user.name)) }, t('New password', 'Новый пароль')),
        el('button.danger', { type: 'button', 'aria-label': t(`Remove ${user.name}`, `Удалить ${user.name}`), onClick: () => ask(removal(user.name)) }, t('Remove', 'Удалить'))))))),
    el('form.fields', { onSubmit: sent(({ name, role }) => (all.some(user => user.name === name) ? refuse({ en: `There is a user ${name} already.`, ru: `Пользователь ${name} уже есть.` })
      : act(at('users', name), { method: 'PUT', body: { role } }, password(name)))) },
      el('label', null, t('Name of a new one', 'Имя нового'), el('input', { name: 'name', required: true, pattern: '[a-z0-9][a-z0-9._@\\-]{0,63}', autocomplete: 'off', placeholder: 'anna' })),
      el('label', null, t('Role', 'Роль'), el(Roles, { label: t('Role of the new one', 'Роль нового') })),
      el('button', null, t('Add a user', 'Добавить пользователя'))));
}

function Tokens({ all, act, ask }) {
  const title = t('Tokens for programs', 'Токены для программ');
  return el('section.panel', null, el('h2', null, title),
    all.length > 0 && listed(title, [t('Title', 'Название'), t('Role', 'Роль'), t('Made', 'Создан'), t('Actions', 'Действия')], all.map(token => el('tr', { key: token.id },
      el('th', { scope: 'row' }, token.title), el('td', null, ROLES[token.role]()), el('td', null, `${moment(token['created-at'])}, ${token['created-by']}`),
      el('td', null, el('button.danger', { type: 'button', 'aria-label': t(`Revoke ${token.title}`, `Отозвать ${token.title}`), onClick: () => ask(revocation(token)) }, t('Revoke', 'Отозвать')))))),
    el('form.fields', { onSubmit: sent(body => act('/api/tokens', { method: 'POST', body }, answer => ({ text: t(`The token “${body.title}”:`, `Токен «${body.title}»:`), secret: answer.token }))) },
      el('label', null, t('What it is for', 'Для чего'), el('input', { name: 'title', required: true, maxlength: 100, autocomplete: 'off', placeholder: 'Power BI' })),
      el('label', null, t('Role', 'Роль'), el(Roles, { label: t('Role of the token', 'Роль токена') })),
      el('button', null, t('Make a token', 'Создать токен'))));
}
