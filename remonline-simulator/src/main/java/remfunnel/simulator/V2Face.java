package remfunnel.simulator;

import java.util.List;
import java.util.Map;

/** What v2 answers to someone who was let in. */
final class V2Face {
    private static final Map<Integer, String> GROUPS = Map.of(
            1, "New",
            2, "In progress",
            3, "Deferred",
            4, "Done",
            5, "Delivery",
            6, "Closed successfully",
            7, "Closed unsuccessfully");

    private final Account account;

    V2Face(Account account) {
        this.account = account;
    }

    static Answer unauthorized() {
        return Answer.json(401, Json.object("message", "Unauthorized"));
    }

    static Answer tariff() {
        return Answer.json(403, Json.object("message", "Your subscription has expired"));
    }

    static Answer tooMany() {
        return Answer.json(429, Json.object("message", "Too Many Requests"));
    }

    static Answer notFound() {
        return Answer.json(404, Json.object("message", "Not found"));
    }

    Answer answer(Call call) {
        try {
            return route(call);
        } catch (Invalid invalid) {
            var errors = Json.object(invalid.field(), List.of(invalid.getMessage()));
            return Answer.json(400, Json.object("message", "Validation error", "errors", errors));
        }
    }

    private Answer route(Call call) {
        return switch (call.path()) {
            case "/v2/orders" -> list(call);
            case "/v2/orders/statuses" ->
                Answer.ok(account.dictionaries().statuses().stream()
                        .map(V2Face::status)
                        .toList());
            case "/v2/orders/types" -> Answer.ok(V1Dictionaries.orderTypes());
            case "/v2/orders/custom-fields" -> Answer.ok(V1Dictionaries.orderFields(account));
            case "/v2/company" -> Answer.ok(Json.object("id", 1, "name", "Пример (тест)", "timezone", "Europe/Moscow"));
            case "/v2/company/locations" ->
                Answer.ok(account.dictionaries().locations().stream()
                        .map(V2Face::location)
                        .toList());
            case "/v2/company/employees" -> Answer.ok(Json.object("data", employees()));
            case "/v2/marketing/campaigns" -> Answer.ok(Json.object("data", V1Dictionaries.campaigns()));
            default -> byId(call);
        };
    }

    private Answer list(Call call) {
        var query = new V2Query(account, call).read();
        var page = account.store().find(query);
        var rows = page.rows().stream().map(account::view).map(V2Orders::order).toList();
        int pages = Math.ceilDiv(page.count(), OrderStore.Page.SIZE);
        var paging = Json.object("page", query.page(), "total_pages", pages, "count", page.count());
        return Answer.ok(Json.object("data", rows, "paging", paging));
    }

    private Answer byId(Call call) {
        var path = call.path().split("/", -1);
        boolean items = path.length == 5 && path[4].equals("items");
        if (!call.path().startsWith("/v2/orders/") || (path.length != 4 && !items)) {
            return notFound();
        }
        return account.store()
                .get(V1Query.integer("id", path[3]))
                .filter(account::sees)
                .map(account::view)
                .map(view -> Answer.ok(items ? V2Orders.items(view) : V2Orders.order(view)))
                .orElseGet(V2Face::notFound);
    }

    private static Map<String, Object> status(Status status) {
        return Json.object(
                "id", status.id(),
                "name", status.name(),
                "color", status.color(),
                "group", Json.object("type", status.group(), "name", GROUPS.getOrDefault(status.group(), "Custom")));
    }

    private static Map<String, Object> location(Dictionaries.Named each) {
        return Json.object(
                "id",
                each.id(),
                "created_at",
                "2025-01-01T09:00:00Z",
                "name",
                each.name(),
                "address",
                "г. Примерск, ул. Тестовая, 10",
                "is_archived",
                false,
                "legal_entity_id",
                null,
                "timezone",
                "Europe/Moscow");
    }

    private static List<Map<String, Object>> employees() {
        var employees = V1Dictionaries.employees();
        employees.forEach(each -> {
            each.put("created_at", "2024-01-01T09:00:00Z");
            each.put("started_work", "2024-01-01T09:00:00Z");
        });
        return employees;
    }
}
