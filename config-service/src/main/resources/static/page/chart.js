// The chart: a bar a stage, as wide as its share of the widest; a click lists the orders.
import { el } from './view.js';
import { Amount, firstOf, isStep } from './figures.js';
import { number, orders, percent, t } from './words.js';

function former(stages, n, measure) {
  const [last] = stages.slice(0, n).filter(isStep).slice(-1);
  return last ? last.figures[measure] : 0;
}

export function Chart({ seen, onOpen }) {
  const { stages, measure, config } = seen;
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
          isStep(stage) && stage !== first && el('span.muted', null, t('of former ', 'от прошлого ') + percent(stage.figures[measure], former(stages, n, measure)))),
        el('span.bar-money', null, el(Amount, { figures: stage.figures, kind: 'revenue', currency: config.currency })))))));
}
