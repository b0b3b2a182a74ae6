// What orders add up to, stage by stage: how far they came, and money as far as it is known.
import { el } from './view.js';
import { money, number, t } from './words.js';

/** What may be counted of a stage, and what it is called. */
export const MEASURES = {
  reached: () => t('orders that came this far', 'заказы, дошедшие до этапа'),
  entered: () => t('orders that ever entered', 'заказы, побывавшие в этапе'),
  orders: () => t('orders there now', 'заказы сейчас в этапе'),
};

const NOTHING = { orders: 0, entered: 0, reached: 0, revenue: '0', cost: '0', margin: '0', 'without-revenue': 0, 'without-cost': 0 };

/** A stage of failures is no step on the way, and no stage is none either. */
export const isStep = stage => !['failure', 'unmapped'].includes(stage.marker);

/** The one that shares are of. */
export const firstOf = stages => stages.find(isStep) || stages[0];

/** The step before it, which shares are of too; the first has none, and what is no step has none either. */
export const formerOf = (stages, n) => (isStep(stages[n]) ? stages.slice(0, n).filter(isStep).at(-1) : undefined);

/** Those of the configuration, and one for the orders that are in none where there are any; `through`: the stages whose orders came as far. */
export function stagesOf(config, { stages: { _unmapped }, through = {} }) {
  const none = _unmapped && _unmapped.entered ? [{ id: '_unmapped', title: t('Unmapped', 'Без этапа'), marker: 'unmapped' }] : [];
  return [...config.stages, ...none].map(stage => ({ ...stage, through: through[stage.id] || [stage.id] }));
}

/** With what the service counted of each. */
export const counted = (stages, by) => stages.map(stage => ({ ...stage, figures: { ...NOTHING, ...by[stage.id] } }));

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
