package remfunnel.systemtests.steps;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.generic.GenericRecord;
import remfunnel.systemtests.cases.World;

/** What the facts of a connector add up to, by stage and by month in Moscow: orders, revenue, cost, margin. */
final class FactFigures {
    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

    private FactFigures() {}

    static Map<String, String> of(World world, String connector) {
        Map<String, Sums> sums = new TreeMap<>();
        for (GenericRecord fact : SeenFacts.raw(world, connector).values()) {
            var created = Instant.parse(fact.get("created_at").toString()).atZone(MOSCOW);
            for (String key : List.of("stage " + fact.get("stage_id"), "month " + YearMonth.from(created), "all")) {
                sums.merge(key, Sums.of(fact), Sums::plus);
            }
        }
        Map<String, String> figures = new TreeMap<>();
        sums.forEach((key, each) -> figures.put(key, each.words()));
        return figures;
    }

    private record Sums(long orders, BigDecimal revenue, BigDecimal cost) {
        static Sums of(GenericRecord fact) {
            return new Sums(1, amount(fact, "revenue"), amount(fact, "cost"));
        }

        private static BigDecimal amount(GenericRecord fact, String name) {
            return fact.get(name) == null
                    ? BigDecimal.ZERO.setScale(4)
                    : new BigDecimal(fact.get(name).toString());
        }

        Sums plus(Sums other) {
            return new Sums(orders + other.orders, revenue.add(other.revenue), cost.add(other.cost));
        }

        String words() {
            return orders + " " + revenue.toPlainString() + " " + cost.toPlainString() + " "
                    + revenue.subtract(cost).toPlainString();
        }
    }
}
