// States in plain words.
import { moment, number, percent, t } from './words.js';

const said = {
  CONNECTED: () => ['good', t('Connected', 'Подключено')],
  SYNCING: () => ['busy', t('Synchronising', 'Синхронизация')],
  PAUSED: () => ['idle', t('Paused', 'Приостановлено')],
  KEY_REFUSED: () => ['bad', t('The key was refused: give another with “Change access”', 'Ключ не принят: задайте другой в «Изменить доступ»')],
  SOURCE_UNREACHABLE: () => ['bad', t('RemOnline does not answer; we keep trying', 'RemOnline не отвечает; попытки продолжаются')],
  CONFIG_REJECTED: () => ['bad', t('The settings were rejected', 'Настройки отклонены')],
  RESTATING: () => ['busy', t('Recalculating the funnel', 'Пересчёт воронки')],
  REMOVED: () => ['idle', t('Removed', 'Удалено')],
};

/** The state that matters most of a connector: what is wrong first, then what is going on. */
export function stateOf(status, zone) {
  const parts = [status.ingest, status.transform].filter(Boolean);
  if (!status.enabled) return plain(['idle', t('Paused', 'Приостановлено')]);
  if (!status['api-key-stored']) return plain(['bad', t('No API key yet: give one with “Change access”', 'Нет ключа API: задайте его в «Изменить доступ»')]);
  if (!parts.length) return plain(['busy', t('Starting', 'Запускается')]);
  const weight = { bad: 0, busy: 1, idle: 2, good: 3 };
  const [first] = parts.map(part => ({ part, word: wordOf(part, status) })).sort((a, b) => weight[a.word[0]] - weight[b.word[0]]);
  return { ...plain(first.word), progress: first.word[0] === 'busy' ? first.part.progress : undefined,
    detail: first.word[0] === 'bad' || first.part.message.startsWith(WAITS) ? detail(first.part.message, zone) : undefined };
}

/** A refusal that is about no key or a former one says nothing of the one that is there. */
const wordOf = ({ state }, status) =>
  (state === 'KEY_REFUSED' && !status['api-key-tried'] ? ['busy', t('Checking the key…', 'Проверяем ключ…')] : said[state]());

const WAITS = 'History waits: ';

/** Why something is wrong, in the words of the service and the source; since when stands in them alone, as ingest's StatusBoard writes it. */
export const detail = (message, zone) => message.replace(WAITS, t(WAITS, 'История пока не читается: ')).replace(/Not reached since (\S+Z); it is tried again by itself\.$/, (all, since) =>
  t(`Not reached since ${moment(since, zone)}; it is tried again by itself.`, `Не отвечает с ${moment(since, zone)}; попытки продолжаются сами.`));

const plain = ([kind, text]) => ({ kind, text });

export const progressText = ({ done, total }) =>
  (total > 0 ? t(`${percent(done, total)}: ${number(done)} of ${number(total)}`, `${percent(done, total)}: ${number(done)} из ${number(total)}`) : number(done));

const begun = new Map();
const PATIENCE_MS = 5000;

/** How long it takes yet, at the pace since this page first saw it go on. */
export function left(id, { done, total }) {
  const now = performance.now();
  const first = begun.get(id);
  if (!first || done < first.done || total !== first.total) begun.set(id, { done, total, at: now });
  if (!first || done <= first.done || now - first.at < PATIENCE_MS) return '';
  const minutes = Math.ceil(((total - done) * (now - first.at)) / (done - first.done) / 60000);
  return minutes > 1 ? t(`about ${number(minutes)} minutes left`, `осталось около ${number(minutes)} мин`) : t('less than a minute left', 'осталось меньше минуты');
}

export const changed = (status, zone) => (status['last-change']
  ? t(`Last change ${moment(status['last-change'], zone)}`, `Последнее изменение ${moment(status['last-change'], zone)}`) : '');

export const until = (status, zone) => {
  const complete = status.ingest && status.ingest['complete-until'];
  return complete ? t(`Complete until ${moment(complete, zone)}`, `Данные полны до ${moment(complete, zone)}`) : '';
};
