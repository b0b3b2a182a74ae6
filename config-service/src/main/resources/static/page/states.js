// States in plain words.
import { moment, number, percent, t } from './words.js';
import { answered, inWords, titleOf } from './troubles.js';

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
  return { ...plain(first.word), progress: first.word[0] === 'busy' ? first.part.progress : undefined, ...troubleOf(first.part, first.word[0], zone) };
}

/** A refusal that is about no key or a former one says nothing of the one that is there. */
function wordOf(part, status) {
  const [kind, text] = said[part.state]();
  return part.state === 'KEY_REFUSED' && !status['api-key-tried'] ? ['busy', t('Checking the key…', 'Проверяем ключ…')] : [kind, (kind === 'bad' && titleOf(part)) || text];
}

/**
 * `trouble` is for everybody, `answer` for whoever looks into it. While history waits live changes flow, which is a trouble of a good state;
 * what a transform rejects is listed by the service.
 */
function troubleOf(part, kind, zone) {
  const waits = part.state === 'SYNCING' && part.cause;
  if (!(kind === 'bad' || waits) || part.state === 'CONFIG_REJECTED') return {};
  const trouble = inWords(part, zone);
  return trouble ? { trouble, answer: answered(part) } : { trouble: part.message };
}

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
