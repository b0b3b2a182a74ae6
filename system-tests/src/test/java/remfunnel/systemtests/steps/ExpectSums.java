package remfunnel.systemtests.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.generic.GenericRecord;
import remfunnel.systemtests.Patience;
import remfunnel.systemtests.cases.Step;
import remfunnel.systemtests.cases.World;

/** The totals of a connector are the sums of its facts, and of the first entries of its transitions. */
record ExpectSums(String connector, String timeZone) implements Step {
    @Override
    public void run(World world) {
        await().atMost(Patience.OF_A_TEST).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> {
            var expected = sums(world);
            assertThat(totals(world)).isEqualTo(expected).isNotEmpty();
        });
    }

    private Map<String, List<BigDecimal>> totals(World world) {
        Map<String, List<BigDecimal>> totals = new TreeMap<>();
        decoded(world, "funnel.totals").forEach((key, total) -> {
            List<BigDecimal> figures = new ArrayList<>();
            for (var name : List.of("orders", "entered", "revenue", "cost", "without_revenue", "without_cost")) {
                figures.add(new BigDecimal(total.get(name).toString()).stripTrailingZeros());
            }
            totals.put(key, figures);
        });
        return totals;
    }

    private Map<String, List<BigDecimal>> sums(World world) {
        Map<String, List<BigDecimal>> sums = new TreeMap<>();
        Map<Object, String> cells = new TreeMap<>();
        for (var fact : decoded(world, "funnel.facts").values()) {
            var cell = cell(fact);
            cells.put(fact.get("order_id"), cell);
            add(sums, cell + fact.get("stage_id"), standing(fact));
        }
        Set<String> entered = new HashSet<>();
        for (var transition : decoded(world, "funnel.transitions").values()) {
            if (entered.add(transition.get("order_id") + " " + transition.get("to_stage_id"))) {
                add(sums, cells.get(transition.get("order_id")) + transition.get("to_stage_id"), entering());
            }
        }
        return sums;
    }

    private String cell(GenericRecord fact) {
        var created = (Instant) fact.get("created_at");
        var location = fact.get("location_id");
        return connector
                + '/'
                + LocalDate.ofInstant(created, ZoneId.of(timeZone))
                + '/'
                + (location == null ? "-" : location)
                + '/';
    }

    private static List<BigDecimal> standing(GenericRecord fact) {
        var revenue = fact.get("revenue");
        var cost = fact.get("cost");
        return List.of(
                BigDecimal.ONE,
                BigDecimal.ZERO,
                revenue == null ? BigDecimal.ZERO : new BigDecimal(revenue.toString()),
                cost == null ? BigDecimal.ZERO : new BigDecimal(cost.toString()),
                revenue == null ? BigDecimal.ONE : BigDecimal.ZERO,
                cost == null ? BigDecimal.ONE : BigDecimal.ZERO);
    }

    private static List<BigDecimal> entering() {
        return List.of(
                BigDecimal.ZERO, BigDecimal.ONE, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    private static void add(Map<String, List<BigDecimal>> sums, String cell, List<BigDecimal> figures) {
        sums.merge(cell, figures, (one, other) -> {
            List<BigDecimal> sum = new ArrayList<>();
            for (int i = 0; i < one.size(); i++) {
                sum.add(one.get(i).add(other.get(i)).stripTrailingZeros());
            }
            return sum;
        });
    }

    private Map<String, GenericRecord> decoded(World world, String topic) {
        Map<String, GenericRecord> decoded = new TreeMap<>();
        world.topic(topic)
                .latest(connector + "/")
                .forEach((key, value) -> decoded.put(key, world.decoder().decode(value)));
        return decoded;
    }
}
