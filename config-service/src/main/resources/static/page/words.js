// Two languages, said side by side where they are used: t('Save', 'Сохранить').
const stored = localStorage.getItem('remfunnel.language');
export const language = stored || ((navigator.language || 'en').toLowerCase().startsWith('ru') ? 'ru' : 'en');
document.documentElement.lang = language;

export const t = (en, ru) => (language === 'ru' ? ru : en);
export const said = problem => problem[language] || problem.message || problem.detail || problem.title || problem.error || t('The service did not answer as it should.', 'Служба ответила не так, как должна.');

export function speak(other) {
  localStorage.setItem('remfunnel.language', other);
  location.reload();
}

const whole = new Intl.NumberFormat(language);
const share = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
export const number = value => whole.format(value);
export const percent = (part, all) => (all > 0 ? share.format(part / all) : '—');
export const orders = count => t(`${number(count)} ${count === 1 ? 'order' : 'orders'}`, `${number(count)} ${russian(count)}`);

function russian(count) {
  const word = { one: 'заказ', few: 'заказа' };
  return word[new Intl.PluralRules('ru').select(count)] || 'заказов';
}

export function money(value, currency) {
  if (value === undefined || value === null || value === '') return '—';
  try {
    return new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay: 'narrowSymbol', maximumFractionDigits: 0 }).format(value);
  } catch {
    return `${whole.format(value)} ${currency}`;
  }
}

/** To the last digit that is known, with the currency's own digits at least. */
export function exact(value, currency) {
  if (value === undefined || value === null || value === '') return '—';
  try {
    return new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay: 'narrowSymbol', maximumFractionDigits: 4 }).format(value);
  } catch {
    return [figure(value), currency].filter(Boolean).join(' ');
  }
}

const any = new Intl.NumberFormat(language, { maximumFractionDigits: 10 });
/** What is no number stays as it was said. */
export const figure = value => (Number.isNaN(Number(value)) ? String(value) : any.format(value));

const clock = timeZone => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone });

/** In UTC, and saying so, where the zone is none: anybody may write a configuration to the topic. */
export function moment(iso, zone) {
  if (!iso) return '—';
  try {
    return clock(zone).format(new Date(iso));
  } catch {
    return `${clock('UTC').format(new Date(iso))} UTC`;
  }
}

/** A day of the calendar, whatever the zone; what is none stays as it was said. */
export const day = text => (/^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))
  ? new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${text}T00:00:00Z`)) : String(text));

export const yesOrNo = value => ({ true: t('yes', 'да'), false: t('no', 'нет') }[String(value)] || String(value));

export const monthName = month => new Intl.DateTimeFormat(language, { month: 'short', year: 'numeric', timeZone: 'UTC' })
  .format(new Date(`${month}-01T00:00:00Z`));
