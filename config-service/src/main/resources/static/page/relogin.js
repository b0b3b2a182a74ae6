// The session ended while a page is open: one logs in where one is, and all that was typed is still there.
import { el, Dialog, useEffect, useState } from './view.js';
import { said, t } from './words.js';
import { login } from './api.js';
import { onEnd, resume } from './session.js';
import { whoever } from './who.js';

export function Relogin() {
  const [over, setOver] = useState(false);
  useEffect(() => onEnd(setOver), []);
  return over && el(whoever().password === false ? Elsewhere : Again);
}

/** Who has no password here logs in in another tab; this page notices. */
function Elsewhere() {
  return el(Dialog, { title: t('Your session ended', 'Сеанс закончился'), lasting: true },
    el('p', null, t('Log in again in another tab to go on: what is on this page stays as it is.', 'Войдите снова в другой вкладке, чтобы продолжить: всё на этой странице останется как есть.')),
    el('div.actions', null, el('a.button', { href: '/login.html', target: '_blank', rel: 'noopener' }, t('To the login page', 'На страницу входа'))));
}

function Again() {
  const [form, setForm] = useState({ name: whoever().name || '', password: '' });
  const [problem, setProblem] = useState(null);
  const enter = async event => {
    event.preventDefault();
    try {
      const session = await login(form.name.trim(), form.password);
      if (session['must-change']) location.assign('/login.html');
      // What somebody else left half-made is not for him who logs in now.
      else if (whoever().name && session.name !== whoever().name) location.reload();
      else resume();
    } catch (refused) { setProblem(refused); }
  };
  const input = (name, label, rest) => el('label', null, label,
    el('input', { required: true, value: form[name], onInput: event => setForm({ ...form, [name]: event.target.value }), ...rest }));
  return el(Dialog, { title: t('Your session ended', 'Сеанс закончился'), lasting: true },
    el('form.narrow', { onSubmit: enter },
      el('p', null, t('Log in again to go on: what is on this page stays as it is.', 'Войдите снова, чтобы продолжить: всё на этой странице останется как есть.')),
      input('name', t('Name', 'Имя'), { autocomplete: 'username', autocapitalize: 'none' }),
      input('password', t('Password', 'Пароль'), { type: 'password', autocomplete: 'current-password', autofocus: true }),
      problem && el('p.problem', { role: 'alert' }, said(problem)),
      el('div.actions', null, el('a.button', { href: '/login.html' }, t('To the login page', 'На страницу входа')),
        el('button.primary', null, t('Log in', 'Войти')))));
}
