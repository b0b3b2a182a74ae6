// Where the source is, which version of its API it speaks, and how far the trying of a key has come.
import { el } from '../view.js';
import { t } from '../words.js';

/** A key goes where the address says: `open` shows one that was not typed just now. */
export const Advanced = ({ form, put, open }) => el('details', { open: open || undefined }, el('summary', null, t('Advanced', 'Дополнительно')), el('div.fields', null,
  el('label', null, t('API version', 'Версия API'), el('select', { value: form.api, onChange: event => put({ api: event.target.value }) },
    el('option', { value: '' }, t('found out by trying', 'подобрать')), el('option', { value: 'v1' }, 'v1'), el('option', { value: 'v2' }, 'v2'))),
  el('label', null, t('Address', 'Адрес'), el('input', { value: form.address, placeholder: 'https://api.remonline.app', onInput: event => put({ address: event.target.value }) }))));

export const Going = ({ going }) => el('div.progress', { role: 'status' }, el('progress', { 'aria-label': t('Connecting', 'Подключение') }),
  going.loaded ? t(`Loaded: ${going.loaded}`, `Загружено: ${going.loaded}`) : t('Checking the key…', 'Проверяем ключ…'));
