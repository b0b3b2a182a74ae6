// What one may do with one's own login: the language, the password, the way out.
import { el, Dialog, useState } from './view.js';
import { language, said, speak, t } from './words.js';
import { call } from './api.js';
import { Menu } from './menu.js';
import { leave } from './session.js';
import { may } from './who.js';

export function Account({ who }) {
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState(null);
  const logOut = async () => {
    try {
      await call('/api/logout', { method: 'POST' });
      leave();
      location.assign('/login.html');
    } catch (refused) { setProblem(refused); }
  };
  const other = language === 'ru' ? 'en' : 'ru';
  return [
    el('nav', { 'aria-label': t('Language', 'Язык') },
      el('button.quiet', { type: 'button', lang: other, onClick: () => speak(other) }, other === 'ru' ? 'Русский' : 'English')),
    who && el(Menu, { label: t(`Account of ${who.name}`, `Учётная запись: ${who.name}`), face: `${who.name} ▾`, items: [
      ...(may('ADMIN') ? [[t('Users and tokens', 'Пользователи и токены'), () => { location.hash = '#/access'; }]] : []),
      ...(who.password ? [[t('Change the password', 'Сменить пароль'), () => setAsking(true)]] : []),
      ...(who.person ? [[t('Log out', 'Выйти'), logOut]] : []),
    ] }),
    problem && el(Dialog, { title: t('You are still logged in', 'Вы всё ещё в системе'), onClose: () => setProblem(null) }, el('p.problem', { role: 'alert' }, said(problem))),
    asking && el(Password, { onClose: () => setAsking(false) }),
  ];
}

function Password({ onClose }) {
  const [form, setForm] = useState({ old: '', fresh: '', again: '' });
  const [problem, setProblem] = useState('');
  const save = async event => {
    event.preventDefault();
    if (form.fresh !== form.again) { setProblem(t('The two are not the same.', 'Пароли не совпадают.')); return; }
    try { await call('/api/password', { method: 'POST', body: { old: form.old, new: form.fresh } }); onClose(); } catch (refused) { setProblem(said(refused)); }
  };
  const input = (name, label, complete) => el('label', null, label, el('input', { type: 'password', required: true, autocomplete: complete,
    value: form[name], onInput: event => setForm({ ...form, [name]: event.target.value }) }));
  return el(Dialog, { title: t('Change the password', 'Сменить пароль'), onClose },
    el('form.narrow', { onSubmit: save },
      input('old', t('Password until now', 'Прежний пароль'), 'current-password'),
      input('fresh', t('New password, at least 10 characters', 'Новый пароль, не короче 10 знаков'), 'new-password'),
      input('again', t('Once more', 'Ещё раз'), 'new-password'),
      problem && el('p.problem', { role: 'alert' }, problem),
      el('div.actions', null, el('button.primary', null, t('Save', 'Сохранить')))));
}
