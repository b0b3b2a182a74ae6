package remfunnel.transform.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import remfunnel.DictionaryKind;
import remfunnel.FunnelConfig;
import remfunnel.schemas.Topics;

/** Kafka orders records within a topic only: whatever order topics are read in, what is derived is the same in the end. */
class DeterminismTest {
    private static final FunnelConfig LAST = Given.config()
            .setRevenue("total * rate")
            .setCoefficients(List.of(new remfunnel.CoefficientSettings(
                    "rate", List.of(new remfunnel.CoefficientValue(java.time.LocalDate.parse("2026-01-01"), "0.94")))))
            .setFilter(Given.only("location", "1"))
            .setDimensions(List.of("manager", "f7"))
            .build();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void factsDoNotDependOnTheOrderThatTopicsAreReadIn(long seed) {
        var random = new Random(seed);
        var events = events(new Random(42));

        var fresh = run(new Random(0), List.of(lab -> lab.configure(LAST)), names(), events);
        var mixed = run(random, configs(), names(), events);

        assertThat(mixed).isEqualTo(fresh);
        assertThat(mixed.facts()).isNotEmpty();
        assertThat(mixed.transitions()).hasSizeGreaterThan(mixed.facts().size());
    }

    /** What the compacted topics hold in the end. */
    private record Outcome(
            SortedMap<String, String> facts, SortedMap<String, String> transitions, SortedMap<String, String> totals) {}

    private static Outcome run(
            Random random, List<Consumer<Lab>> configs, List<Consumer<Lab>> names, List<Consumer<Lab>> events) {
        try (var lab = Lab.withSlicesOf(7)) {
            List<Deque<Consumer<Lab>>> topics = new ArrayList<>();
            List.of(configs, names, events).forEach(each -> topics.add(new ArrayDeque<>(each)));
            while (topics.stream().anyMatch(each -> !each.isEmpty())) {
                step(random, topics, lab);
            }
            lab.settle().settle();
            Sums.check(lab);
            return new Outcome(lab.table(), lab.table(Topics.TRANSITIONS), lab.table(Topics.TOTALS));
        }
    }

    private static void step(Random random, List<Deque<Consumer<Lab>>> topics, Lab lab) {
        var topic = topics.get(random.nextInt(topics.size()));
        if (!topic.isEmpty()) {
            topic.remove().accept(lab);
        }
        if (random.nextInt(10) == 0) {
            lab.tick();
        }
    }

    private static List<Consumer<Lab>> configs() {
        return List.of(
                lab -> lab.configure(Given.config().build()),
                lab -> lab.configure(Given.config().setRevenue("total / 0").build()),
                lab -> lab.configure(Given.config().setCurrency("no currency").build()),
                lab -> lab.configure(LAST));
    }

    private static List<Consumer<Lab>> names() {
        return List.of(
                lab -> lab.name(Given.status(Given.NEW, "Новый")),
                lab -> lab.name(Given.status(Given.WORK, "В работе")),
                lab -> lab.name(Given.entry(DictionaryKind.LOCATION, "1", "Тверская")),
                lab -> lab.name(Given.entry(DictionaryKind.EMPLOYEE, "41", "Пётр")),
                lab -> lab.name(Given.status(Given.NEW, "Новая заявка")));
    }

    /** Forty orders, each seen some times, some of them gone, some seen out of order. */
    private static List<Consumer<Lab>> events(Random random) {
        long[] statuses = {Given.NEW, Given.WORK, Given.PAID, 999};
        return IntStream.range(0, 160)
                .<Consumer<Lab>>mapToObj(each -> {
                    long id = random.nextInt(40);
                    int minute = random.nextInt(500);
                    long status = statuses[random.nextInt(statuses.length)];
                    boolean gone = random.nextInt(12) == 0;
                    return lab -> lab.observe(gone ? Given.gone(id, minute) : Given.order(id, status, minute));
                })
                .toList();
    }
}
