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
}
