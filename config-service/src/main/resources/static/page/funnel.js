// The funnel, live: the figures are counted by the service and asked for again every two seconds.
import { el, Title, usePolled, useState } from './view.js';
import { moment, said, t } from './words.js';
import * as api from './api.js';
import { Chart } from './chart.js';
import { Choices } from './choices.js';
import { counted, MEASURES, stagesOf } from './figures.js';
import { ByLocation, ByMonth, ByStage } from './tables.js';
import { saveCsv } from './csv.js';
import { Orders } from './orders.js';
import { stateOf } from './states.js';
import { may } from './who.js';

export function Funnel({ id }) {
  const [slice, setSlice] = useState({ from: '', to: '', location: [] });
  const [measure, setMeasure] = useState('reached');
  const [stage, setStage] = useState(null);
  const about = usePolled(async () => ({ connector: await api.connector(id), names: await api.dictionaries(id) }), 10000, [id]);
  const { value: sums, problem, at } = usePolled(async () => ({ ...await api.funnel(id, slice), slice }), 2000, [id, JSON.stringify(slice)]);
  const failure = about.problem || problem;
  if (!about.value || !sums || isGone(failure)) return [el(Title, null, t('Funnel', 'Воронка')), failure ? el('p.problem', { role: 'alert' }, said(failure)) : el('p.muted', { role: 'status' }, t('Loading…', 'Загрузка…'))];
  const { connector, names } = about.value;
  const config = connector.configuration;
  const zone = config['time-zone'];
  const seen = { id, config, sums, measure, locations: names.location || [], statuses: names.status || [], names, stages: counted(stagesOf(config, sums), sums.stages) };
  const state = stateOf(connector.status, zone);
  // What was chosen while nothing is heard has no figures yet.
  const unheard = problem && JSON.stringify(sums.slice) !== JSON.stringify(slice);
  const none = unheard || !seen.stages.some(each => each.figures.entered + each.figures.orders > 0);
  return [
    // While nothing is heard, nobody knows how it stands.
    el('div.heading', null, el(Title, null, config.title), !failure && el('p.state', { class: state.kind, role: 'status' }, el('span.dot', { 'aria-hidden': true }), state.text),
      may('OPERATOR') && el('a.button', { href: `#/edit/${id}/stages` }, t('Edit', 'Изменить'))),
    failure && el('p.problem', { role: 'alert' }, said(failure), problem && !unheard && t(` The figures are as of ${moment(at, zone)}.`, ` Показаны данные на ${moment(at, zone)}.`)),
    !failure && state.trouble && el('p.problem', null, state.trouble),
    sums.complete === false && el('p.notice', { role: 'status' }, t('The orders are still being read: the figures grow until all of them are.', 'Заказы ещё читаются: цифры растут, пока не прочитаны все.')),
    el(Picker, { slice, setSlice, measure, setMeasure, seen }),
    none ? !failure && sums.complete !== false && el(NoOrders, { slice, state, id, known: knownOf(connector.status) > 0 }) : [
      el(Chart, { seen, onOpen: setStage }),
      el(ByStage, { seen }), el(ByLocation, { seen }), el(ByMonth, { seen }),
    ],
    stage && el(Orders, { seen, slice, stage, onClose: () => setStage(null) }),
  ];
}

const knownOf = ({ transform }) => (transform && transform.counters && transform.counters.orders) || 0;

/** Removed: what it held is no longer anybody's figures. */
const isGone = failure => Boolean(failure) && failure.status === 404;

function Picker({ slice, setSlice, measure, setMeasure, seen }) {
  const field = (name, label, type) => el('label', null, label,
    el('input', { type, value: slice[name], onInput: event => setSlice({ ...slice, [name]: event.target.value }) }));
  return el('form.picker', { onSubmit: event => event.preventDefault(), 'aria-label': t('What is shown', 'Что показано') },
    field('from', t('Created from', 'Созданы с'), 'date'), field('to', t('to', 'по'), 'date'),
    el(Places, { all: seen.locations, chosen: slice.location, onChange: location => setSlice({ ...slice, location }) }),
    el('label', null, t('Bars show', 'Столбцы'), el('select', { value: measure, onChange: event => setMeasure(event.target.value) },
      Object.entries(MEASURES).map(([value, name]) => el('option', { value }, name())))),
    el('button', { type: 'button', onClick: () => saveCsv(seen) }, t('Save as CSV', 'Сохранить CSV')));
}

/** Any number of locations; none means all. */
function Places({ all, chosen, onChange }) {
  const shown = chosen.length === 0 ? t('All', 'Все')
    : chosen.length === 1 ? (all.find(each => each.id === chosen[0]) || { name: chosen[0] }).name : t(`${chosen.length} chosen`, `Выбрано: ${chosen.length}`);
  return el('details.places', null, el('summary', null, el('span', null, t('Locations', 'Локации')), el('b', null, shown)),
    el('div.list', null, el(Choices, { entries: all, chosen, onChange, role: 'group', 'aria-label': t('Locations', 'Локации') })));
}

function NoOrders({ slice, state, known, id }) {
  const narrowed = Object.values(slice).some(each => each.length);
  const stopped = !narrowed && !known && (state.kind === 'bad' || state.kind === 'idle');
  return el('section.empty', null, el('h2', null, t('No orders here', 'Заказов нет')),
    el('p', null, narrowed ? t('Choose a longer period or all locations.', 'Выберите период длиннее или все локации.') : WHY_NONE[known && !(state.kind === 'busy') ? 'good' : state.kind]()),
    stopped && may('OPERATOR') && el('a.button', { href: '#/' }, t('To the connectors', 'К подключениям')),
    !narrowed && !stopped && may('OPERATOR') && el('a.button', { href: `#/edit/${id}/filter` }, t('Look at the filter', 'Проверить фильтр')));
}

const WHY_NONE = {
  bad: () => t('None could be loaded yet: what is wrong stands above.', 'Загрузить заказы не удалось: причина указана выше.'),
  idle: () => t('The connector does not read orders now.', 'Подключение сейчас не читает заказы.'),
  busy: () => t('Orders are being loaded: they appear here by themselves.', 'Заказы загружаются и появятся здесь сами.'),
  good: () => t('No order passes the filter, or none has been loaded.', 'Ни один заказ не проходит фильтр или ещё не загружен.'),
};
