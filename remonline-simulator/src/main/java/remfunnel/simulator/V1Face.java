package remfunnel.simulator;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What v1 answers to someone who was let in. */
final class V1Face {
    private final Account account;
    private final V1Orders orders;
    private final Set<Quirk> quirks;

    V1Face(Account account) {
        this.account = account;
        this.quirks = account.options().quirks();
        this.orders = new V1Orders(quirks);
    }

    Answer answer(Call call) {
        try {
            return route(call);
        } catch (Invalid invalid) {
            return V1Errors.invalid(invalid.field(), invalid.getMessage());
        }
    }

    private Answer route(Call call) {
        return switch (call.path()) {
            case "/order" -> call.isGet() ? list(call) : create(call);
            case "/order/status" -> changeStatus(call);
            case "/order/types" -> dictionary(V1Dictionaries.orderTypes());
            case "/order/custom-fields" -> dictionary(V1Dictionaries.orderFields(account));
            case "/statuses", "/statuses/orders" -> dictionary(V1Dictionaries.statuses(account));
            case "/branches" -> dictionary(V1Dictionaries.branches(account));
            case "/marketing/campaigns" -> dictionary(V1Dictionaries.campaigns());
            case "/employees" -> dictionary(V1Dictionaries.employees());
            case "/settings/company" -> one(Json.object("timezone", "Europe/Moscow"));
            case "/clients" -> clients(call);
            case "/clients/custom-fields" -> dictionary(V1Dictionaries.clientFields());
            default -> byId(call);
        };
    }

    private Answer list(Call call) {
        var query = new V1Query(account, call).read();
        var page = account.store().find(query);
        var rows = new ArrayList<StoredOrder>(page.rows());
        if (quirks.contains(Quirk.DUPLICATE_ROWS) && query.page() > 1 && !rows.isEmpty()) {
            var before = new OrderQuery(
                    query.page() - 1, false, query.descending(), query.created(), query.modified(), query.rest());
            rows.addFirst(account.store().find(before).rows().getLast());
        }
        return paged(rows.stream().map(account::view).map(orders::order).toList(), query.page(), page.count());
    }

    private Answer clients(Call call) {
        int page = V1Query.page(call);
        int from = Math.min((page - 1) * OrderStore.Page.SIZE, account.clients());
        int to = Math.min(from + OrderStore.Page.SIZE, account.clients());
        var rows = new ArrayList<Map<String, Object>>();
        for (int number = from; number < to; number++) {
            rows.add(V1Clients.client(account.client(number)));
        }
        return paged(rows, page, account.clients());
    }

    private Answer byId(Call call) {
        var path = call.path().split("/", -1);
        if (path.length != 3 || !path[1].equals("order")) {
            return V1Errors.notFound();
        }
        return account.store()
                .get(V1Query.integer("id", path[2]))
                .filter(account::sees)
                .map(order -> one(orders.order(account.view(order))))
                .orElseGet(V1Errors::notFound);
    }

    private Answer create(Call call) {
        List.of("branch_id", "order_type", "client_id").forEach(field -> required(call, field));
        int location = (int) V1Query.integer("branch_id", required(call, "branch_id"));
        var id = Json.object(
                "id",
                account.create(StatusPaths.NEW, OrderEdit.location(location)).id());
        return one(quirks.contains(Quirk.CREATED_AS_ARRAY) ? List.of(id) : id);
    }

    private Answer changeStatus(Call call) {
        long order = V1Query.integer("order_id", required(call, "order_id"));
        int status = (int) V1Query.integer("status_id", required(call, "status_id"));
        return account.move(order, status)
                .map(moved -> Answer.ok(Json.object("success", true)))
                .orElseGet(V1Errors::notFound);
    }

    private Answer paged(Collection<Map<String, Object>> rows, int page, int count) {
        Object echoed = quirks.contains(Quirk.PAGE_AS_TEXT) ? String.valueOf(page) : (Object) page;
        return Answer.ok(Json.object("data", rows, "page", echoed, "count", count, "success", true));
    }

    private static Answer dictionary(Collection<Map<String, Object>> entries) {
        return Answer.ok(Json.object("data", entries, "count", entries.size(), "success", true));
    }

    private static Answer one(Object data) {
        return Answer.ok(Json.object("data", data, "success", true));
    }

    private static String required(Call call, String field) {
        return call.param(field).orElseThrow(() -> new Invalid(field, "Missing data for required field."));
    }
}
