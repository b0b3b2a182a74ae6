// What a connector is called, and where and in what its days and money are reckoned.
import { Dialog, el, useState } from '../view.js';
import { t } from '../words.js';

export const hereZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** A browser may not name a zone as the connector does: what is chosen is always among them. */
export function Zone({ value, onChange }) {
  const zones = Intl.supportedValuesOf('timeZone');
  return el('label', null, t('Time zone of the shop', 'Часовой пояс мастерской'), el('select', { value, onChange: event => onChange(event.target.value) },
    (zones.includes(value) ? zones : [value, ...zones]).map(each => el('option', { value: each }, each.replaceAll('_', ' ')))));
}

export function Currency({ value, onChange }) {
  return el('label', null, t('Currency', 'Валюта'), el('input', { value, required: true, pattern: '[A-Z]{3}', maxlength: 3, title: t('Three letters, as in EUR', 'Три буквы, например EUR'),
    onInput: event => onChange(event.target.value.toUpperCase()) }));
}

/** Changed in the draft, as all else is, and applied with it. */
export function Basics({ config, set }) {
  const [open, setOpen] = useState(false);
  return [
    el('button', { type: 'button', onClick: () => setOpen(true) }, t('Title, time zone, currency', 'Название, пояс, валюта')),
    open && el(Dialog, { title: t('Title, time zone, currency', 'Название, пояс, валюта'), onClose: () => setOpen(false) },
      el('form.narrow', { method: 'dialog' },
        el('label', null, t('Title', 'Название'), el('input', { value: config.title, required: true, maxlength: 100, onInput: event => set({ title: event.target.value }) })),
        el(Zone, { value: config['time-zone'], onChange: zone => set({ 'time-zone': zone }) }),
        el(Currency, { value: config.currency, onChange: currency => set({ currency }) }),
        el('p.muted', null, t('Days and months are counted in this zone, amounts are shown in this currency and not converted. Nothing changes before “Apply”.',
          'По этому поясу считаются дни и месяцы; суммы показываются в этой валюте без пересчёта. До «Применить» ничего не изменится.')),
        el('div.actions', null, el('button.primary', null, t('Done', 'Готово'))))),
  ];
}
