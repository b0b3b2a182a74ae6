package remfunnel.simulator;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Reads the parameters of the v2 order list. */
final class V2Query {
    private static final Set<String> SORTS =
            Set.of("modified_at", "-modified_at", "created_at", "-created_at", "id", "-id");

    private final Account account;
    private final Call call;

    V2Query(Account account, Call call) {
        this.account = account;
        this.call = call;
    }

    OrderQuery read() {
        var sort = call.param("sort").orElse("modified_at");
        if (!SORTS.contains(sort)) {
            throw new Invalid("sort", "Must be one of: modified_at, created_at, id.");
        }
        return new OrderQuery(
                V1Query.page(call),
                sort.endsWith("modified_at"),
                sort.startsWith("-"),
                window("created_at"),
                window("modified_at"),
                rest());
    }

    private Predicate<StoredOrder> rest() {
        var due = window("due_date");
        var scheduled = window("scheduled_for");
        Predicate<StoredOrder> seen = account::sees;
        return seen.and(among("ids", StoredOrder::id))
                .and(among("statuses", order -> (long) order.statusId()))
                .and(among("branches", order -> (long) account.locationOf(order)))
                .and(among("types", order -> (long) account.orderTypeOf(order)))
                .and(order ->
                        !due.isBounded() || due.contains(account.view(order).dueAt()))
                .and(order -> !scheduled.isBounded()
                        || scheduled.contains(account.view(order).scheduledFor()))
                .and(ofView("numbers", view -> List.of(view.number())))
                .and(ofView(
                        "managers", view -> List.of(String.valueOf(view.people().managerId()))))
                .and(ofView(
                        "clients_ids",
                        view -> List.of(String.valueOf(view.client().id()))))
                .and(ofView("client_names", view -> List.of(view.client().name())))
                .and(ofView("client_phones", view -> view.client().phones()))
                .and(ofView(
                        "asset_uid",
                        view -> view.asset().map(Asset::uid).stream().toList()));
    }

    private Predicate<StoredOrder> among(String name, Function<StoredOrder, Long> value) {
        var wanted = new HashSet<Long>();
        call.array(name).forEach(text -> wanted.add(V1Query.integer(name, text)));
        return order -> wanted.isEmpty() || wanted.contains(value.apply(order));
    }

    private Predicate<StoredOrder> ofView(String name, Function<OrderView, List<String>> values) {
        var wanted = Set.copyOf(call.array(name));
        return order ->
                wanted.isEmpty() || values.apply(account.view(order)).stream().anyMatch(wanted::contains);
    }

    private OrderQuery.Window window(String name) {
        var borders = call.array(name);
        if (borders.isEmpty()) {
            return OrderQuery.Window.ALWAYS;
        }
        long from = second(name, borders.getFirst());
        long to = borders.size() > 1 ? second(name, borders.get(1)) : Integer.MAX_VALUE;
        return OrderQuery.Window.ofMillis(from * 1000, to * 1000);
    }

    /** Milliseconds are refused, as the service does. */
    private static long second(String name, String text) {
        try {
            Instant instant = OffsetDateTime.parse(text).toInstant();
            if (!text.contains(".")) {
                return instant.getEpochSecond();
            }
        } catch (DateTimeException notADate) {
            throw new Invalid(name, "Not a valid datetime.");
        }
        throw new Invalid(name, "Not a valid datetime.");
    }
}
