// What orders add up to, stage by stage: how far they came, and money as far as it is known.
import { el } from './view.js';
import { money, number, t } from './words.js';

/** What may be counted of a stage, and what it is called. */
export const MEASURES = {
  reached: () => t('orders that came this far', 'заказы, дошедшие до этапа'),
  entered: () => t('orders that ever entered', 'заказы, побывавшие в этапе'),
  orders: () => t('orders there now', 'заказы сейчас в этапе'),
};

const NOTHING = { orders: 0, entered: 0, revenue: '0', cost: '0', margin: '0', 'without-revenue': 0, 'without-cost': 0 };

/** A stage of failures is no step on the way, and no stage is none either. */
export const isStep = stage => !['failure', 'unmapped'].includes(stage.marker);

/** The one that shares are of. */
export const firstOf = stages => stages.find(isStep) || stages[0];

/** The step before it, which shares are of too; the first has none, and what is no step has none either. */
export const formerOf = (stages, n) => (isStep(stages[n]) ? stages.slice(0, n).filter(isStep).at(-1) : undefined);

/** Those of the configuration, and one for the orders that are in none where there are any. */
export const stagesOf = (config, { _unmapped }) => (_unmapped && _unmapped.entered
  ? [...config.stages, { id: '_unmapped', title: t('Unmapped', 'Без этапа'), marker: 'unmapped' }] : config.stages);

/** An order in a stage has come through those before it; one that failed is only known to have begun. */
export function counted(stages, by) {
  const all = stages.map(stage => ({ ...stage, figures: by[stage.id] || NOTHING }));
  const first = firstOf(all);
  const sum = list => list.reduce((count, each) => count + each.figures.orders, 0);
  const through = (stage, n) => (!isStep(stage) ? [stage]
    : all.slice(n).filter(isStep).concat(stage === first ? all.filter(each => each.marker === 'failure') : []));
  return all.map((stage, n) => {
    const where = through(stage, n);
    return { ...stage, through: where.map(each => each.id), figures: { ...stage.figures, reached: sum(where) } };
  });
}

/** Without a value where it is known of none of the orders; a sum leaves out those that it is not known of. Money is never reckoned with here. */
export function amount(figures, kind) {
  if (kind === 'margin') return margin(figures);
  const missing = figures[`without-${kind}`];
  return missing > 0 && missing === figures.orders ? { missing } : { value: figures[kind], missing };
}

function margin(figures) {
  const both = [amount(figures, 'revenue'), amount(figures, 'cost')];
  return { value: both.some(each => each.value === undefined) ? undefined : figures.margin, missing: Math.max(...both.map(each => each.missing)) };
}

export function Amount({ figures, kind, currency }) {
  const { value, missing } = amount(figures, kind);
  // Of how many either is not known cannot be told from how many each is not known of.
  const partly = kind === 'margin' ? t('not known for all', 'известна не для всех') : t(`not known for ${number(missing)}`, `неизвестна для ${number(missing)}`);
  return [money(value, currency), value !== undefined && missing > 0 && el('small', null, partly)];
}
