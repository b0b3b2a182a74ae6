package remfunnel.simulator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** An order and its items as v2 prints them: ISO-8601 text, money as text, null for what is missing. */
final class V2Orders {
    private V2Orders() {}

    static Map<String, Object> order(OrderView view) {
        var stored = view.stored();
        var status = view.status();
        var order = Json.object(
                "id", view.id(),
                "number", view.number(),
                "status", Json.object("id", status.id(), "name", status.name(), "color", status.color()),
                "status_overdue", view.statusOverdue(),
                "created_at", time(stored.createdAt()),
                "created_by_id", 310001,
                "modified_at", time(stored.modifiedAt()),
                "done_at", time(stored.doneAt()),
                "closed_at", time(stored.closedAt()),
                "closed_by_id", stored.closedAt() == 0 ? null : 310001);
        putRelations(order, view);
        putTexts(order, view);
        putMoney(order, view);
        return order;
    }

    static List<Map<String, Object>> items(OrderView view) {
        return view.lines().stream().map(line -> item(line, view)).toList();
    }

    private static void putRelations(Map<String, Object> order, OrderView view) {
        order.putAll(Json.object(
                "branch_id", view.locationId(),
                "order_type",
                        V1Orders.named(view.orderTypeId(), Names.of(Dictionaries.ORDER_TYPES, view.orderTypeId())),
                "manager_id", id(view.people().managerId()),
                "assignee_id", id(view.people().engineerId()),
                "asset", view.asset().map(asset -> asset(asset, view)).orElse(null),
                "client", client(view.client()),
                "payer", null,
                "ad_campaign_id", id(view.people().campaignId()),
                "resource", view.index() % 6 == 0 ? Json.object("id", 150001, "name", "Пост 1") : null));
    }

    private static void putTexts(Map<String, Object> order, OrderView view) {
        var scheduled = view.scheduledFor();
        order.putAll(Json.object(
                "scheduled_for", time(scheduled),
                "scheduled_to", time(scheduled == 0 ? 0 : scheduled + 3600),
                "malfunction", view.texts().malfunction(),
                "manager_notes", view.texts().managerNotes(),
                "engineer_notes", "",
                "address", "",
                "resume", view.texts().resume(),
                "due_date", time(view.dueAt()),
                "overdue", view.overdue(),
                "warranty_date", null,
                "urgent", view.urgent(),
                "custom_fields", CustomFields.v2(view),
                "is_deduction_required", false));
    }

    private static void putMoney(Map<String, Object> order, OrderView view) {
        var money = view.money();
        order.put("estimated_price", Money.text(BigDecimal.valueOf(view.texts().estimatedCost())));
        order.put("discount_sum", number(money.discount()));
        order.put("payed", Money.text(view.paid()));
        order.put("total", Money.text(money.total()));
    }

    private static Map<String, Object> item(Line line, OrderView view) {
        return Json.object(
                "id", line.id(),
                "created_at", time(view.stored().createdAt()),
                "assignee_id", line.engineerId(),
                "quantity", decimals(line.amount()),
                "price", decimals(line.price()),
                "cost", decimals(line.cost()),
                "margin_id", null,
                "is_deduction_required", false,
                "entity", entity(line),
                "comment", "",
                "comment_visibility", null,
                "write_offs", line.part() ? List.of(writeOff(line)) : null,
                "is_refunded", false,
                "discount", discount(line),
                "warranty", Json.object("period", 6, "unit", "months"),
                "taxes", List.of(),
                "expiration_date", null);
    }

    private static Map<String, Object> entity(Line line) {
        return Json.object(
                "id",
                line.entityId(),
                "type",
                line.part() ? "product" : "service",
                "code",
                "TST-" + line.entityId(),
                "sku",
                "ART-" + line.entityId(),
                "sn_accounting",
                false,
                "title",
                line.title(),
                "description",
                "",
                "image",
                "",
                "thumbnail",
                "",
                "uom",
                Json.object("id", 1, "title", "pcs", "description", "Pieces"),
                "is_hidden",
                false);
    }

    private static Map<String, Object> writeOff(Line line) {
        return Json.object(
                "cost",
                number(line.cost()),
                "cellId",
                3_100_099,
                "goodId",
                line.entityId(),
                "quantity",
                number(line.amount()),
                "sernum_id",
                null,
                "sernum_code",
                null,
                "warehouseId",
                3_000_099,
                "repairOrderProductId",
                line.id());
    }

    private static Map<String, Object> discount(Line line) {
        return Json.object("type", "value", "percentage", 0, "amount", Money.text(line.discount()), "sponsor", "staff");
    }

    private static Map<String, Object> asset(Asset asset, OrderView view) {
        var printed = V1Clients.asset(asset, view);
        List.of("owner", "warehouse", "group_icon").forEach(printed::remove);
        var field = printed.remove("f930001");
        printed.put("cost", "0.00");
        printed.put("custom_fields", field == null ? Map.of() : Json.object("f930001", field));
        return printed;
    }

    private static Map<String, Object> client(Client client) {
        var v1 = V1Clients.client(client);
        var noDiscounts =
                Json.object("goods_pct", 0, "materials_pct", 0, "sale_services_pct", 0, "order_services_pct", 0);
        return Json.object(
                "id", client.id(),
                "is_organization", client.juridical(),
                "name", client.name(),
                "first_name", client.firstName(),
                "last_name", client.lastName(),
                "email", client.email(),
                "phone", client.phones(),
                "address", v1.get("address"),
                "discount_code", "",
                "discount", noDiscounts,
                "custom_fields", v1.get("custom_fields"));
    }

    /** Two decimals, or as many as the value has. */
    private static String decimals(BigDecimal value) {
        var stripped = value.stripTrailingZeros();
        return stripped.scale() > 2
                ? stripped.toPlainString()
                : stripped.setScale(2, RoundingMode.UNNECESSARY).toPlainString();
    }

    /** {@code 450}, {@code 3.5}. */
    private static BigDecimal number(BigDecimal value) {
        var stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
    }

    private static Integer id(int id) {
        return id == 0 ? null : id;
    }

    private static String time(int second) {
        return second == 0 ? null : Instant.ofEpochSecond(second).toString();
    }
}
