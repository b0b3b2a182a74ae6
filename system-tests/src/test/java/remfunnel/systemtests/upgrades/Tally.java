package remfunnel.systemtests.upgrades;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericRecord;
import remfunnel.systemtests.history.Payloads;
import remfunnel.systemtests.history.SeenChanges;
import remfunnel.systemtests.history.TrueHistory;
import tools.jackson.databind.node.ObjectNode;

/** That each order was counted once, whichever version counted it. */
record Tally(Records records, Account account) {
    private static final String FACTS = "funnel.facts";
    private static final String TRANSITIONS = "funnel.transitions";
    private static final String TOTALS = "funnel.totals";

    void isRight() {
        noStateIsPublishedTwice();
        Stream.of(FACTS, TRANSITIONS, TOTALS)
                .forEach(topic -> assertThat(records.repeats(topic))
                        .as("%s: written though nothing had changed", topic)
                        .isEmpty());
        Map<Long, GenericRecord> facts =
                records.last(FACTS).values().stream().collect(Collectors.toMap(Tally::order, Function.identity()));
        var transitions = records.last(TRANSITIONS).values();
        transitionsTellTheHistory(transitions, facts);
        assertThat(totals()).as("totals").isEqualTo(sums(facts, transitions)).isNotEmpty();
    }

    private void noStateIsPublishedTwice() {
        assertThat(records.decoded("remonline.orders")).extracting(Tally::state).doesNotHaveDuplicates();
    }

    /** What the source works out anew at each read is no state of the order. */
    private static String state(GenericRecord event) {
        var payload = (ObjectNode) Payloads.of(event);
        return payload.without(List.of("overdue", "status_overdue")).toString();
    }

    private void transitionsTellTheHistory(Collection<GenericRecord> transitions, Map<Long, GenericRecord> facts) {
        var history = new TrueHistory(Revision.SECOND.statusesByStage(), Revision.SECOND.ends());
        var events = byOrder(records.decoded("remonline.orders").stream());
        var told = byOrder(transitions.stream()
                .sorted(Comparator.comparingInt((GenericRecord transition) -> (int) transition.get("n"))));
        assertThat(told.keySet()).as("orders with transitions").isEqualTo(facts.keySet());
        told.forEach((order, each) ->
                history.isToldBy(each, SeenChanges.of(events.get(order), account.history(order)), facts.get(order)));
    }

    private static Map<Long, List<GenericRecord>> byOrder(Stream<GenericRecord> records) {
        return records.collect(Collectors.groupingBy(Tally::order, TreeMap::new, Collectors.toList()));
    }

    /** By the total's key. */
    private Map<String, Cell> totals() {
        Map<String, Cell> totals = new TreeMap<>();
        records.last(TOTALS).forEach((key, total) -> totals.put(key, Cell.of(total)));
        return totals;
    }

    private static Map<String, Cell> sums(Map<Long, GenericRecord> facts, Collection<GenericRecord> transitions) {
        Map<String, Cell> sums = new TreeMap<>();
        facts.values().forEach(fact -> sums.merge(place(fact, fact.get("stage_id")), Cell.standing(fact), Cell::plus));
        transitions.stream()
                .filter(transition -> (boolean) transition.get("first_entry"))
                .forEach(entry ->
                        sums.merge(place(facts.get(order(entry)), entry.get("to_stage_id")), Cell.ENTRY, Cell::plus));
        return sums;
    }

    private static String place(GenericRecord fact, Object stage) {
        var day = LocalDate.ofInstant((Instant) fact.get("created_at"), Revision.ZONE);
        var location = fact.get("location_id");
        return String.join(
                "/",
                Revision.CONNECTOR,
                day.toString(),
                location == null ? "-" : location.toString(),
                stage.toString());
    }

    private static Long order(GenericRecord record) {
        return (Long) record.get("order_id");
    }

    /** Figures of a day, a location and a stage; every order of this account has its amounts. */
    private record Cell(long orders, long entered, BigDecimal revenue, BigDecimal cost) {
        static final Cell ENTRY = new Cell(0, 1, BigDecimal.ZERO.setScale(4), BigDecimal.ZERO.setScale(4));

        static Cell of(GenericRecord total) {
            return new Cell(
                    ((Number) total.get("orders")).longValue(),
                    ((Number) total.get("entered")).longValue(),
                    (BigDecimal) total.get("revenue"),
                    (BigDecimal) total.get("cost"));
        }

        static Cell standing(GenericRecord fact) {
            return new Cell(1, 0, (BigDecimal) fact.get("revenue"), (BigDecimal) fact.get("cost"));
        }

        Cell plus(Cell other) {
            return new Cell(
                    orders + other.orders, entered + other.entered, revenue.add(other.revenue), cost.add(other.cost));
        }
    }
}
