package remfunnel.systemtests.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Parts of the pages, asked in the browser for what no click comes to easily. */
@InTheHouse
class PartsIT {
    @Test
    void whatTwoPeopleDidToOneListIsPutTogether(Visit visit) {
        assertThat(visit.owner("").page().evaluate("""
                async () => {
                  const { merged } = await import('/page/changes.js');
                  const [place, type, total] = ['location', 'order_type', 'total'].map(field => ({ include: { field } }));
                  const fields = list => list.map(each => each.include.field).join(' ');
                  const rates = (...values) => values.map(([from, value]) => ({ from, value }));
                  return [
                    fields(merged([place], [place, type], [total, place])),
                    fields(merged([place, type], [type], [place, type, total])),
                    merged(rates(['2024', 1]), rates(['2024', 2]), rates(['2024', 1], ['2025', 3])).map(each => each.from + ': ' + each.value).join(', '),
                    merged(rates(['2024', 1]), rates(['2024', 2]), rates(['2024', 3])).map(each => each.value).join(' '),
                  ];
                }"""))
                .isEqualTo(List.of("total location order_type", "order_type total", "2024: 2, 2025: 3", "2"));
    }

    /** What is typed goes as a whole, in both languages, with a bracket or without, and nothing before it does. */
    @Test
    void aTitleOfTwoWordsIsCompletedAsAWhole(Visit visit) {
        assertThat(visit.owner("").page().evaluate("""
                async () => {
                  const { completed, found } = await import('/page/steps/completion.js');
                  const all = [['total', 'Сумма заказа'], ['paid', 'Order paid'], ['discount_sum', 'Discount'], ['f920002', 'Field 2']].map(([name, title]) => ({ name, title }));
                  const taken = (text, at = text.length) => {
                    const [first] = found(text, at, all);
                    return first ? completed(text, at, all, first.name).text : 'nothing';
                  };
                  return [taken('Сумма зак'), taken('paid - сумма  зак'), taken('[Order pa'), taken('2 * [Order pa] - 1', 13), taken('paid * disc'), taken('paid * sum'),
                    taken('paid - [zak'), taken('field 2'), taken('paid - 2'), taken('paid'), taken('order ')];
                }"""))
                .isEqualTo(List.of(
                        "total",
                        "paid - total",
                        "paid",
                        "2 * paid - 1",
                        "paid * discount_sum",
                        "paid * discount_sum",
                        "nothing",
                        "f920002",
                        "nothing",
                        "nothing",
                        "nothing"));
    }

    /** Whose spreadsheet takes a comma for the decimal point, and parts columns by semicolons. */
    @Test
    void theTableIsWrittenAsTheReadersSpreadsheetReadsIt(Visit visit) {
        Looker russian = visit.stranger("ru-RU");
        russian.open(visit.office().service());
        assertThat(russian.page().evaluate("""
                async () => {
                  const { csv } = await import('/page/csv.js');
                  const figures = { reached: 4, entered: 5, orders: 3, revenue: '-1234.5000', cost: '0.0000', margin: '-1234.5000', 'without-revenue': 0, 'without-cost': 3 };
                  const seen = { stages: [{ id: 'new', title: '=1+1; 2', figures }], config: { currency: 'RUB' }, locations: [],
                    sums: { slice: { from: '2024-01-01', to: '', location: [] }, locations: {}, months: {} } };
                  return csv(seen).split('\\r\\n');
                }"""))
                .isEqualTo(
                        List.of(
                                "\"Создан с\";\"Создан по\";\"Выбранные локации\";\"Локация\";\"Месяц\";\"Этап\";\"Дошли до этапа\";\"Доля от первого\";"
                                        + "\"Доля от предыдущего\";\"Побывали в этапе\";\"Сейчас в этапе\";\"Выручка\";\"Себестоимость\";\"Маржа\";"
                                        + "\"Заказы без выручки\";\"Заказы без себестоимости\";\"Валюта\"",
                                "\"2024-01-01\";\"\";\"\";\"\";\"\";\"'=1+1; 2\";\"4\";\"1,0000\";\"\";\"5\";\"3\";\"-1234,5000\";\"\";\"\";\"0\";\"3\";\"RUB\""));
    }

    /** Anybody may write a configuration to the topic. */
    @Test
    void aTimeZoneThatIsNoneTakesNoPageAway(Visit visit) {
        assertThat(visit.owner("").page().evaluate("""
                async () => {
                  const { moment } = await import('/page/words.js');
                  return [moment('2026-01-01T12:00:00Z', 'Moscow'), moment('2026-01-01T12:00:00Z', 'Europe/Moscow'), moment(undefined, 'Moscow')].map(each => each.replace(/\\s/g, ' '));
                }"""))
                .isEqualTo(List.of("Jan 1, 2026, 12:00 PM UTC", "Jan 1, 2026, 3:00 PM", "—"));
    }

    /** At the pace since the page first saw it; nothing before there is one, nor while it stands. */
    @Test
    void theTimeThatIsLeftIsReckonedFromThePace(Visit visit) {
        assertThat(visit.owner("").page().evaluate("""
                async () => {
                  const { left } = await import('/page/states.js');
                  let now = 0;
                  performance.now = () => now;
                  const after = (seconds, done, total = 1000) => { now = seconds * 1000; return left('shop', { done, total }); };
                  return [after(0, 100), after(4, 110), after(60, 100), after(60, 160), after(600, 700), after(700, 995), after(710, 20), after(770, 40)];
                }"""))
                .isEqualTo(List.of(
                        "",
                        "",
                        "",
                        "about 14 minutes left",
                        "about 5 minutes left",
                        "less than a minute left",
                        "",
                        "about 48 minutes left"));
    }

    /** A component of another release may name a cause that the page does not know. */
    @Test
    void whatAPageHasNoWordsForIsToldAsItIs(Visit visit) {
        assertThat(visit.owner("").page().evaluate("""
                async () => {
                  const { stateOf } = await import('/page/states.js');
                  const told = ingest => {
                    const { kind, text, trouble, answer } = stateOf({ enabled: true, 'api-key-stored': true, 'api-key-tried': true, ingest }, 'Europe/Moscow');
                    return [kind, text, trouble, answer].map(each => (each || '-').replace(/\\s/g, ' ')).join(' | ');
                  };
                  return [told({ state: 'SOURCE_UNREACHABLE', message: 'A new trouble.', cause: 'NEW' }), told({ state: 'CONNECTED', message: '' }),
                    told({ state: 'SYNCING', message: 'History waits: HTTP 500. Not reached since 2026-01-01T12:00:00Z; it is tried again by itself.', cause: 'AWAY', since: '2026-01-01T12:00:00Z' })];
                }"""))
                .isEqualTo(
                        List.of(
                                "bad | RemOnline does not answer; we keep trying | A new trouble. | -",
                                "good | Connected | - | -",
                                "busy | Synchronising | History cannot be read at present. RemOnline has not answered as it should since"
                                        + " Jan 1, 2026, 3:00 PM; it is tried again by itself, and nothing is lost. | HTTP 500."));
    }

    @Test
    void valuesAreToldAsPeopleWriteThem(Visit visit) {
        assertThat(visit.owner("").page().evaluate("""
                async () => {
                  const [{ differences }, { told }] = [await import('/page/changes.js'), await import('/page/values.js')];
                  const config = value => ({ source: {}, filter: { match: 'all', conditions: [] }, stages: [],
                    calculation: { coefficients: { rate: [{ value, from: '2026-07-01' }] } } });
                  return [...differences(config('0.024'), config('1234.5')), told('flag', true), told('time', '2026-01-01'),
                    told('time', '2026-01-01T12:00:00Z', { zone: 'Europe/Moscow' }), told('number', '1234.5'), told('text', '2026-01-01'), told('time', '2026-01-31T')]
                    .map(each => each.replace(/\\s/g, ' '));
                }"""))
                .isEqualTo(List.of(
                        "Coefficient rate: “0.024 from Jul 1, 2026” → “1,234.5 from Jul 1, 2026”",
                        "yes",
                        "Jan 1, 2026",
                        "Jan 1, 2026, 3:00 PM",
                        "1,234.5",
                        "2026-01-01",
                        "2026-01-31T"));
    }
}
