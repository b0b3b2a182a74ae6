package remfunnel.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The dictionaries as v1 prints them. */
final class V1Dictionaries {
    private V1Dictionaries() {}

    static List<Map<String, Object>> statuses(Account account) {
        return account.dictionaries().statuses().stream().map(V1Orders::status).toList();
    }

    static List<Map<String, Object>> branches(Account account) {
        return account.dictionaries().locations().stream()
                .map(each -> Json.object(
                        "id", each.id(), "name", each.name(), "address", "г. Примерск, ул. Тестовая, 10", "icon", ""))
                .toList();
    }

    static List<Map<String, Object>> orderTypes() {
        return Dictionaries.ORDER_TYPES.stream()
                .map(each -> V1Orders.named(each.id(), each.name()))
                .toList();
    }

    static List<Map<String, Object>> orderFields(Account account) {
        return account.dictionaries().orderFields().stream()
                .map(each -> Json.object("id", each.id(), "name", each.name(), "type", each.type()))
                .toList();
    }

    static List<Map<String, Object>> clientFields() {
        return List.of(Json.object("id", 910001, "name", "Регион", "type", 1));
    }

    static List<Map<String, Object>> campaigns() {
        return Dictionaries.CAMPAIGNS.stream().map(V1Dictionaries::campaign).toList();
    }

    static List<Map<String, Object>> employees() {
        var employees = new ArrayList<Map<String, Object>>();
        for (var each : Dictionaries.EMPLOYEES) {
            employees.add(Json.object(
                    "id",
                    each.id(),
                    "email",
                    "employee" + each.id() + "@example.com",
                    "first_name",
                    each.firstName(),
                    "last_name",
                    each.lastName(),
                    "notes",
                    "",
                    "phone",
                    each.deleted() ? "" : "70000" + each.id(),
                    "deleted",
                    each.deleted(),
                    "position",
                    each.position(),
                    "created_at",
                    1704099600000L,
                    "started_work",
                    1704099600000L,
                    "avatar",
                    each.deleted() ? null : ""));
        }
        return employees;
    }

    private static Map<String, Object> campaign(Dictionaries.Named each) {
        boolean bounded = each.id() == 140002;
        return Json.object(
                "id", each.id(),
                "name", each.name(),
                "branch_ids", bounded ? List.of(120001) : List.of(),
                "start_at", bounded ? (Object) 1767225600000L : null,
                "finish_at", bounded ? (Object) 1769903999000L : null);
    }
}
