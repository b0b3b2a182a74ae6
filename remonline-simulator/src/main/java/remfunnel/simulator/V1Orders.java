package remfunnel.simulator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** An order as v1 prints it: epoch milliseconds, missing fields left out, decimals with their database scale. */
final class V1Orders {
    private static final List<String> OPTIONAL = List.of(
            "done_at", "scheduled_for", "closed_at", "closed_by_id", "warranty_date", "manager_id", "engineer_id");

    private final Set<Quirk> quirks;

    V1Orders(Set<Quirk> quirks) {
        this.quirks = quirks;
    }

    Map<String, Object> order(OrderView view) {
        var order = head(view);
        putTexts(order, view);
        putMoney(order, view);
        putLines(order, view);
        putRelations(order, view);
        if (quirks.contains(Quirk.NULL_OPTIONALS) && view.id() % 7 == 0) {
            OPTIONAL.forEach(name -> order.putIfAbsent(name, null));
        }
        return quirks.contains(Quirk.OLD_SHAPES) && view.id() % 10 == 3 ? V1OldShape.of(order) : order;
    }

    private static Map<String, Object> head(OrderView view) {
        var stored = view.stored();
        var order = Json.object(
                "id", view.id(),
                "modified_at", millis(stored.modifiedAt()),
                "uuid", new UUID(0x4000L, 0x8000000000000000L | view.id()).toString(),
                "status", status(view.status()),
                "created_at", millis(stored.createdAt()));
        putTime(order, "done_at", stored.doneAt());
        putTime(order, "scheduled_for", view.scheduledFor());
        order.put("duration", view.scheduledFor() == 0 ? 0 : 60);
        putTime(order, "closed_at", stored.closedAt());
        putTime(
                order,
                "warranty_date",
                stored.closedAt() == 0 || view.index() % 4 != 0 ? 0 : stored.closedAt() + 7_776_000);
        order.put("estimated_done_at", millis(view.dueAt()));
        order.put("id_label", view.number());
        return order;
    }

    private static void putTexts(Map<String, Object> order, OrderView view) {
        var texts = view.texts();
        order.putAll(Json.object(
                "kindof_good", view.kind(),
                "serial", view.serial(),
                "packagelist", "",
                "appearance", "",
                "malfunction", texts.malfunction(),
                "manager_notes", texts.managerNotes(),
                "engineer_notes", "",
                "resume", texts.resume(),
                "brand", view.brand(),
                "model", view.model(),
                "urgent", view.urgent(),
                "overdue", view.overdue(),
                "status_overdue", view.statusOverdue()));
    }

    private static void putMoney(Map<String, Object> order, OrderView view) {
        var money = view.money();
        order.putAll(Json.object(
                "price", Money.cents(money.price()),
                "discount_sum", Money.plain(money.discount()),
                "payed", Money.plain(view.paid()),
                "missed_payments", Money.plain(BigDecimal.ZERO),
                "estimated_cost", String.valueOf(view.texts().estimatedCost()),
                "warranty_measures", 0));
    }

    private void putLines(Map<String, Object> order, OrderView view) {
        var parts = new ArrayList<Map<String, Object>>();
        var operations = new ArrayList<Map<String, Object>>();
        view.lines().forEach(line -> (line.part() ? parts : operations).add(line(line)));
        order.put("parts", parts);
        order.put("operations", operations);
        order.put("attachments", view.index() % 11 == 0 ? List.of(attachment(view)) : List.of());
        order.put(
                "resources", view.index() % 6 == 0 ? List.of(Json.object("id", 150001, "name", "Пост 1")) : List.of());
        order.put("custom_fields", CustomFields.v1(view, quirks.contains(Quirk.DATES_AS_TEXT)));
    }

    private static Map<String, Object> line(Line line) {
        var printed = Json.object(
                "id", line.id(),
                "entityId", line.entityId(),
                "uom", Json.object("id", 1, "description", "Pieces", "title", "pcs"),
                "engineerId", line.engineerId(),
                "title", line.title(),
                "amount", Money.amount(line.amount()),
                "price", Money.unitPrice(line.price()),
                "cost", Money.unitCost(line.cost()),
                "discount_value", Money.plain(line.discount()),
                "taxes", List.of(),
                "warranty", 0,
                "warranty_period", 0);
        if (line.part()) {
            printed.put("code", "TST-" + line.entityId());
            printed.put("article", "ART-" + line.entityId());
        }
        return printed;
    }

    private static void putRelations(Map<String, Object> order, OrderView view) {
        order.put("order_type", named(view.orderTypeId(), Names.of(Dictionaries.ORDER_TYPES, view.orderTypeId())));
        order.put("branch_id", view.locationId());
        putId(order, "manager_id", view.people().managerId());
        putId(order, "engineer_id", view.people().engineerId());
        order.put("created_by_id", 310001);
        putId(order, "closed_by_id", view.stored().closedAt() == 0 ? 0 : 310001);
        order.put("client", V1Clients.client(view.client()));
        order.put("ad_campaign", campaign(view.people().campaignId()));
        order.put(
                "asset", view.asset().map(asset -> V1Clients.asset(asset, view)).orElse(Map.of()));
    }

    static Map<String, Object> campaign(int id) {
        return id == 0 ? Map.of() : named(id, Names.of(Dictionaries.CAMPAIGNS, id));
    }

    static Map<String, Object> status(Status status) {
        return Json.object("id", status.id(), "name", status.name(), "color", status.color(), "group", status.group());
    }

    static Map<String, Object> named(int id, String name) {
        return Json.object("id", id, "name", name);
    }

    static long millis(int second) {
        return second * 1000L;
    }

    private static Map<String, Object> attachment(OrderView view) {
        return Json.object(
                "created_at",
                millis(view.stored().createdAt()),
                "created_by_id",
                310001,
                "filename",
                "photo-test.jpg",
                "url",
                "https://files.example.com/uploads/" + view.id() + ".jpg?");
    }

    private static void putTime(Map<String, Object> order, String name, int second) {
        if (second != 0) {
            order.put(name, millis(second));
        }
    }

    private static void putId(Map<String, Object> order, String name, int id) {
        if (id != 0) {
            order.put(name, id);
        }
    }
}
