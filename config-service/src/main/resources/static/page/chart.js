// The chart: a bar a stage, as wide as its share of the widest; a click lists the orders.
import { el } from './view.js';
import { Amount, firstOf, formerOf } from './figures.js';
import { number, orders, percent, t } from './words.js';

export function Chart({ seen, onOpen }) {
  const { stages, measure, config: { currency } } = seen;
  const largest = Math.max(1, ...stages.map(each => each.figures[measure]));
  const first = firstOf(stages);
  return el('section.panel', { 'aria-labelledby': 'chart' },
    el('h2', { id: 'chart' }, t('Funnel', 'Воронка')),
    measure === 'reached' && el('p.muted', null, t('An order counts in its stage and in every stage before it; a failed one in the first stage and in its own.',
      'Заказ считается в своём этапе и во всех предыдущих; неудачный — в первом и в своём.')),
    el('ol.bars', null, stages.map((stage, n) => el('li', { key: stage.id },
      el('button.bar', { type: 'button', onClick: () => onOpen(stage), 'aria-label': `${stage.title}: ${orders(stage.figures[measure])}` },
        el('span.bar-title', null, stage.title),
        el('svg', { class: `marker-${stage.marker || 'none'}`, width: '100%', height: 34, 'aria-hidden': true, focusable: 'false' },
          el('rect.track', { width: '100%', height: 34, rx: 6 }),
          el('rect.fill', { width: `${(100 * stage.figures[measure]) / largest}%`, height: 34, rx: 6 })),
        el('span.bar-count', null, number(stage.figures[measure])),
        el('span.bar-shares', null,
          el('span', { title: t('of the first stage', 'от первого этапа') }, percent(stage.figures[measure], first.figures[measure])),
          el(OfFormer, { stage, former: formerOf(stages, n), measure })),
        el('span.bar-money', null, el('span', null, el(Amount, { figures: stage.figures, kind: 'revenue', currency })),
          el('span.muted', null, t('cost ', 'себестоимость '), el(Amount, { figures: stage.figures, kind: 'cost', currency })),
          el('span.muted', null, t('margin ', 'маржа '), el(Amount, { figures: stage.figures, kind: 'margin', currency }))))))));
}

const OfFormer = ({ stage, former, measure }) => former
  && el('span.muted', null, t('of former ', 'от предыдущего ') + percent(stage.figures[measure], former.figures[measure]));
