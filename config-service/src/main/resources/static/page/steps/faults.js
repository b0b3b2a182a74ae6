// What is wrong with a draft: told where it is in the step that it belongs to, and in other steps by its place, with the way there.
import { el } from '../view.js';
import { language, said, t } from '../words.js';

const STEPS = { filter: () => t('Filter', 'Фильтр'), stages: () => t('Stages', 'Этапы'), calculation: () => t('Calculation', 'Расчёт') };

export const faultsOf = problem => (problem && problem.problems) || [];

/** Those of what has that path, and of its parts. */
export const at = (faults, path) => faults.filter(each => each.path === path || each.path.startsWith(`${path}.`) || each.path.startsWith(`${path}[`));

/** A fault's place as the steps call it; `config` is what the fault was found in. */
function place(path, config, known) {
  const [, condition] = path.match(/^filter\.conditions\[(\d+)]/) || [];
  if (condition) return fieldOf(config.filter.conditions[condition], known);
  const [, stage] = path.match(/^stages\[(\d+)]/) || [];
  if (stage && config.stages[stage]) return t(`stage “${config.stages[stage].title}”`, `этап «${config.stages[stage].title}»`);
  const [, coefficient] = path.match(/^calculation\.coefficients\.?\[?([a-z0-9_]+)/) || [];
  if (coefficient) return t(`coefficient ${coefficient}`, `коэффициент ${coefficient}`);
  const named = { 'calculation.revenue': t('revenue', 'выручка'), 'calculation.cost': t('cost', 'себестоимость'), title: t('title', 'название'),
    'time-zone': t('time zone', 'часовой пояс'), currency: t('currency', 'валюта'), filter: '', 'filter.conditions': '', 'filter.match': '', stages: '' };
  return path in named ? named[path] : path;
}

function fieldOf(condition, known) {
  const [{ field }] = condition ? Object.values(condition) : [{ field: '' }];
  const found = known.fields.find(each => each.name === field);
  return found ? found.title[language] : field;
}

/** `own` is the step that they are shown in: to another there is a link. */
export function Faults({ id, faults, config, known, own }) {
  return faults.map(each => {
    const [step] = Object.keys(STEPS).filter(name => each.path.split(/[.[]/)[0] === name);
    const where = place(each.path, config, known);
    return el('p.problem', { role: 'alert' },
      step && step !== own ? [el('a', { href: `#/edit/${id}/${step}` }, STEPS[step]()), where ? `, ${where}` : '', ': '] : where ? `${where}: ` : '', said(each));
  });
}

/** What the service said of a draft beside its faults, or that it could not say anything. */
export const Refusal = ({ problem }) => problem && !faultsOf(problem).length && el('p.problem', { role: 'alert' }, said(problem));
