package remfunnel.config.page;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import remfunnel.FunnelFact;
import remfunnel.FunnelTotal;
import remfunnel.schemas.Keys;

/** The facts and totals of all connectors as the topics last told them. */
public final class FunnelBook {
    static final int PAGE = 50;

    /** Two instances may have counted to the same number on different ways. */
    private final String instance = UUID.randomUUID().toString();

    private final Map<String, Connector> connectors = new ConcurrentHashMap<>();

    private volatile boolean complete;

    private record Connector(
            Map<String, FunnelTotal> totals, Map<Long, Row> rows, AtomicLong version, AtomicLong changed) {
        Connector() {
            this(new ConcurrentHashMap<>(), new ConcurrentHashMap<>(), new AtomicLong(), new AtomicLong());
        }
    }

    /** Orders of a list, a page of them; complete: see {@link FunnelSums}. */
    record Orders(boolean complete, long count, int page, List<Row> orders) {}

    /** All that the topics held when this instance began to read has been read. */
    public void completed() {
        complete = true;
    }

    public void total(String key, Optional<FunnelTotal> total) {
        Connector connector = of(Keys.connectorOf(key));
        put(connector.totals(), key, total);
        connector.version().incrementAndGet();
    }

    public void fact(String key, Optional<FunnelFact> fact) {
        Connector connector = of(Keys.connectorOf(key));
        Keys.orderOf(key).ifPresent(order -> put(connector.rows(), order, fact.map(Row::of)));
        fact.ifPresent(
                it -> connector.changed().accumulateAndGet(it.getModifiedAt().toEpochMilli(), Math::max));
        connector.version().incrementAndGet();
    }

    private static <K, V> void put(Map<K, V> map, K key, Optional<V> value) {
        value.ifPresentOrElse(it -> map.put(key, it), () -> map.remove(key));
    }

    private Connector of(String id) {
        return connectors.computeIfAbsent(id, any -> new Connector());
    }

    private Optional<Connector> known(String id) {
        return Optional.ofNullable(connectors.get(id));
    }

    /** The newest change at the source of any order that was in the funnel. */
    public Optional<Instant> lastChange(String id) {
        return known(id).map(it -> it.changed().get()).filter(at -> at > 0).map(Instant::ofEpochMilli);
    }

    long version(String id) {
        return known(id).map(it -> it.version().get()).orElse(0L);
    }

    /** Other than any other instance's, than one before this one was started, of another revision, and of figures that were not complete. */
    String tag(String id, long revision) {
        return "\"" + instance + "-" + version(id) + "-" + revision + (complete ? "" : "-partly") + "\"";
    }

    FunnelSums sums(String id, Slice slice, Way way) {
        FunnelSums sums = FunnelSums.empty(version(id), complete, way);
        known(id).map(Connector::totals).map(Map::values).stream()
                .flatMap(Collection::stream)
                .filter(total -> slice.holds(total.getDay(), Optional.ofNullable(total.getLocationId())))
                .forEach(sums::add);
        return sums.reached(way);
    }

    Orders orders(String id, Predicate<Row> wanted, int page) {
        boolean all = complete;
        List<Row> found =
                rows(id).stream().filter(wanted).sorted(Row::newestFirst).toList();
        return new Orders(
                all,
                found.size(),
                page,
                found.stream().skip((long) page * PAGE).limit(PAGE).toList());
    }

    static Predicate<Row> in(Slice slice, ZoneId zone) {
        return row -> slice.holds(row, zone);
    }

    /** How many orders of the funnel stand in each status, and what they bring in. */
    Map<Long, Figures> statuses(String id) {
        Map<Long, Figures> counted = new TreeMap<>();
        rows(id).forEach(row -> counted.merge(row.status(), figures(row), Figures::plus));
        return counted;
    }

    private static Figures figures(Row row) {
        return new Figures(
                1,
                1,
                OptionalLong.empty(),
                row.revenue().orElse(BigDecimal.ZERO),
                row.cost().orElse(BigDecimal.ZERO),
                row.revenue().isPresent() ? 0 : 1,
                row.cost().isPresent() ? 0 : 1);
    }

    private Collection<Row> rows(String id) {
        return known(id).map(connector -> connector.rows().values()).orElse(List.of());
    }
}
