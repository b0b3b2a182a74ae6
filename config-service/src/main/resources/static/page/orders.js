// The orders behind a bar, fifty a page, and why one of them counts as it does.
import { el, Dialog, useEffect, usePolled, useRef, useState } from './view.js';
import { moment, money, number, orders, said, t } from './words.js';
import * as api from './api.js';
import { isStep } from './figures.js';
import { Explanation } from './explanation.js';

/** Facts may come a little after the figures that were clicked on. */
const AGAIN_MS = 5000;

export function Orders({ seen, slice, stage, onClose }) {
  const [page, setPage] = useState(0);
  const [order, setOrder] = useState(null);
  const { value, problem } = usePolled(async () => ({ ...await api.orders(seen.id, { ...slice, stage: seen.measure === 'reached' ? stage.through : [stage.id], page }), at: page }), AGAIN_MS, [page]);
  const top = useRef(null);
  // The next page begins where pages begin.
  useEffect(() => { if (top.current) top.current.closest('dialog').scrollTop = 0; }, [value && value.at, order]);
  const going = !problem && (!value || value.at !== page);
  const pages = value ? Math.max(1, Math.ceil(value.count / 50)) : 1;
  return el(Dialog, { title: order ? `${t('Order', 'Заказ')} ${order.number || order.id}` : stage.title, wide: true, onClose }, el('div', { ref: top },
    problem && el('p.problem', { role: 'alert' }, said(problem)),
    order ? [el('button.link', { type: 'button', onClick: () => setOrder(null) }, t('← All orders', '← Все заказы')), el(Explanation, { seen, order })]
      : value && [
        el('p.muted', null, counted(isStep(stage) ? seen.measure : 'orders', orders(value.count)),
          value.complete === false && t(' (orders are still being read)', ' (заказы ещё читаются)')),
        el('div.scroll', null, el('table', null, el('thead', null, el('tr', null,
          [t('Order', 'Заказ'), t('Status', 'Статус'), t('Created', 'Создан'), t('In the stage since', 'В этапе с')].map(head => el('th', { scope: 'col' }, head)),
          [t('Revenue', 'Выручка'), t('Cost', 'Себестоимость')].map(head => el('th.num', { scope: 'col' }, head)))),
        el('tbody', null, value.orders.map(each => el('tr', { key: each.id },
          el('td', null, el('button.link', { type: 'button', onClick: () => setOrder(each) }, each.number || each.id)),
          el('td', null, statusName(seen, each.status)),
          el('td', null, moment(each.created, seen.config['time-zone'])), el('td', null, moment(each.entered, seen.config['time-zone'])),
          el('td.num', null, money(each.revenue, seen.config.currency)), el('td.num', null, money(each.cost, seen.config.currency))))))),
        pages > 1 && el('div.actions', null,
          el('button', { type: 'button', disabled: going || page === 0, onClick: () => setPage(page - 1) }, t('Former', 'Назад')),
          el('span', null, `${number(value.at + 1)} / ${number(pages)}`),
          el('button', { type: 'button', disabled: going || page + 1 >= pages, onClick: () => setPage(page + 1) }, t('Next', 'Вперёд'))),
      ]));
}

/** Where an order has been is a figure of totals: only where it is now can be listed. */
const counted = (measure, all) => (measure === 'reached' ? t(`Came this far: ${all}`, `Дошли до этапа: ${all}`)
  : t(`Now in this stage: ${all}`, `Сейчас в этапе: ${all}`) + (measure === 'entered' ? t('; those that went on are listed where they are', '; ушедшие дальше перечислены там, где они сейчас') : ''));

const statusName = (seen, id) => (seen.statuses.find(each => each.id === String(id)) || { name: id }).name;
