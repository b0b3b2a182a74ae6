// What is wrong with a connector, since when, and what to do, in plain words; the cause is ingest's.
import { moment, t } from './words.js';

/** What it is called in a word, where the state alone would say something else. */
const TITLES = {
  RIGHTS: () => t('RemOnline does not let us read', 'RemOnline не разрешает чтение'),
  FOREIGN_KEYSET: () => t('The stored key cannot be opened', 'Сохранённый ключ не открывается'),
  REQUEST: () => t('RemOnline does not know what it is asked for', 'RemOnline не понимает запрос'),
  ADDRESS: () => t('The address is none that may be asked', 'По этому адресу обращаться нельзя'),
};

export const titleOf = ({ cause }) => (TITLES[cause] ? TITLES[cause]() : undefined);

const WORDS = {
  NO_KEY: () => t('There is no key yet: give one with “Change access”.', 'Ключа ещё нет: задайте его в «Изменить доступ».'),
  FOREIGN_KEYSET: () => t('It was encrypted with another keyset of this service: give it again with “Change access”.',
    'Он зашифрован другим набором ключей этой службы: задайте его снова в «Изменить доступ».'),
  ADDRESS: () => t('See to the address of the source.', 'Проверьте адрес источника.'),
  KEY: () => t('RemOnline does not accept this key. Copy it again, or make another: Settings → API.', 'RemOnline не принимает этот ключ. Скопируйте его ещё раз или создайте другой: Настройки → API.'),
  RIGHTS: () => t('The key is known, but its rights or the tariff do not cover orders: see Settings → API and the tariff in RemOnline. It is tried again by itself.',
    'Ключ известен, но его права или тариф не позволяют читать заказы: проверьте Настройки → API и тариф в RemOnline. Попытки продолжаются сами.'),
  REQUEST: () => t('The version of the API or the address may be wrong.', 'Возможно, неверны версия API или адрес.'),
  AWAY: since => t(`RemOnline has not answered as it should${since}; it is tried again by itself, and nothing is lost.`,
    `RemOnline не отвечает как должен${since}; попытки продолжаются сами, ничего не потеряется.`),
  TORN: since => t(`What RemOnline answers has not added up${since}: it counts other orders than it lists. It is read again by itself.`,
    `Ответы RemOnline не сходятся${since}: заказов названо не столько, сколько перечислено. Они читаются снова сами.`),
};

/** Empty where nothing is wrong, or where a component says more than this page knows. */
export function inWords({ state, cause, since }, zone) {
  if (!WORDS[cause]) return '';
  const words = WORDS[cause](since ? t(` since ${moment(since, zone)}`, ` с ${moment(since, zone)}`) : '');
  return state === 'SYNCING' ? t(`History cannot be read at present. ${words}`, `История пока не читается. ${words}`) : words;
}

/** As it was answered, for whoever looks into it; what ingest writes around it is said above in the reader's words. */
export const answered = ({ message }) => message.replace(/^History waits: /, '').replace(/\. Not reached since \S+Z; it is tried again by itself\.$/, '.');
