package remfunnel.simulator;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Reads the parameters of the v1 order list. */
final class V1Query {
    private final Account account;
    private final Call call;

    V1Query(Account account, Call call) {
        this.account = account;
        this.call = call;
    }

    OrderQuery read() {
        var direction = call.param("sort_dir").orElse("asc");
        if (!Set.of("asc", "desc").contains(direction)) {
            throw new Invalid("sort_dir", "Must be one of: asc, desc.");
        }
        return new OrderQuery(
                page(call), false, direction.equals("desc"), window("created_at"), window("modified_at"), rest());
    }

    static int page(Call call) {
        int page =
                call.param("page").map(text -> integer("page", text)).orElse(1L).intValue();
        if (page < 1) {
            throw new Invalid("page", "Must be greater than or equal to 1.");
        }
        return page;
    }

    private Predicate<StoredOrder> rest() {
        Predicate<StoredOrder> seen = account::sees;
        var done = window("done_at");
        var closed = window("closed_at");
        return seen.and(among("ids", StoredOrder::id))
                .and(among("statuses", order -> (long) order.statusId()))
                .and(among("branches", order -> (long) account.locationOf(order)))
                .and(among("types", order -> (long) account.orderTypeOf(order)))
                .and(order -> !done.isBounded() || done.contains(order.doneAt()))
                .and(order -> !closed.isBounded() || closed.contains(order.closedAt()))
                .and(ofView(
                        "managers", view -> List.of(String.valueOf(view.people().managerId()))))
                .and(ofView(
                        "engineers",
                        view -> List.of(String.valueOf(view.people().engineerId()))))
                .and(ofView(
                        "clients_ids",
                        view -> List.of(String.valueOf(view.client().id()))))
                .and(ofView("client_names", view -> List.of(view.client().name())))
                .and(ofView("client_phones", view -> view.client().phones()))
                .and(ofView("brands", view -> List.of(view.brand())))
                .and(ofView("id_labels", view -> List.of(view.number())))
                .and(ofView(
                        "asset_uid",
                        view -> view.asset().map(Asset::uid).stream().toList()));
    }

    private Predicate<StoredOrder> among(String name, Function<StoredOrder, Long> value) {
        var wanted = new HashSet<Long>();
        call.array(name).forEach(text -> wanted.add(integer(name, text)));
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
        long from = integer(name, borders.getFirst());
        long to = borders.size() > 1 ? integer(name, borders.get(1)) : Long.MAX_VALUE;
        return OrderQuery.Window.ofMillis(from, to);
    }

    static long integer(String field, String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException notANumber) {
            throw new Invalid(field, "Must be an integer");
        }
    }
}
