package remfunnel.systemtests.steps;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.avro.generic.GenericRecord;
import remfunnel.systemtests.cases.World;

/**
 * What the facts of a connector add up to, by stage, by status and by month in Moscow: orders, revenue, cost, margin, and how many have no revenue or
 * no cost; and how many have which issue.
 */
final class FactFigures {
    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

    private FactFigures() {}

    static Map<String, String> of(World world, String connector) {
        Map<String, Sums> sums = new TreeMap<>();
        for (GenericRecord fact : SeenFacts.raw(world, connector).values()) {
            var created = Instant.parse(fact.get("created_at").toString()).atZone(MOSCOW);
            for (String key : List.of(
                    "stage " + fact.get("stage_id"),
                    "month " + YearMonth.from(created),
                    "status " + fact.get("status_id"),
                    "all")) {
                sums.merge(key, Sums.of(fact), Sums::plus);
            }
        }
        Map<String, String> figures = new TreeMap<>();
        sums.forEach((key, each) -> figures.put(key, each.words()));
        issues(world, connector).forEach((key, orders) -> figures.put(key, Long.toString(orders)));
        return figures;
    }

    /** An order counts once for each reason. */
    private static Map<String, Long> issues(World world, String connector) {
        return SeenFacts.raw(world, connector).values().stream()
                .flatMap(fact -> ((Collection<?>) fact.get("issues"))
                        .stream()
                                .map(GenericRecord.class::cast)
                                .map(each -> issue(each.get("code").toString(), String.valueOf(each.get("field"))))
                                .distinct())
                .collect(Collectors.groupingBy(each -> each, Collectors.counting()));
    }

    static String issue(String code, String field) {
        return "issue " + code + " " + field;
    }

    private record Sums(long orders, BigDecimal revenue, BigDecimal cost, long withoutRevenue, long withoutCost) {
        static Sums of(GenericRecord fact) {
            return new Sums(
                    1, amount(fact, "revenue"), amount(fact, "cost"), missing(fact, "revenue"), missing(fact, "cost"));
        }

        private static long missing(GenericRecord fact, String name) {
            return fact.get(name) == null ? 1 : 0;
        }

        private static BigDecimal amount(GenericRecord fact, String name) {
            return fact.get(name) == null
                    ? BigDecimal.ZERO.setScale(4)
                    : new BigDecimal(fact.get(name).toString());
        }

        Sums plus(Sums other) {
            return new Sums(
                    orders + other.orders,
                    revenue.add(other.revenue),
                    cost.add(other.cost),
                    withoutRevenue + other.withoutRevenue,
                    withoutCost + other.withoutCost);
        }

        String words() {
            return orders + " " + revenue.toPlainString() + " " + cost.toPlainString() + " "
                    + revenue.subtract(cost).toPlainString() + " " + withoutRevenue + " " + withoutCost;
        }
    }
}
