package remfunnel.simulator;

import java.util.Map;

/** An order as it now is: its true figures by name, and what either API answers for it (v2 items apart). */
public record OrderTruth(long id, Map<String, Object> facts, String v1, String v2, String v2Items) {

    static OrderTruth of(Account account, StoredOrder order) {
        var view = account.view(order);
        return new OrderTruth(
                order.id(),
                facts(view),
                Json.text(new V1Orders(account.options().quirks()).order(view)),
                Json.text(V2Orders.order(view)),
                Json.text(V2Orders.items(view)));
    }

    private static Map<String, Object> facts(OrderView view) {
        var facts = Json.object(
                "id", view.id(),
                "number", view.number(),
                "status_id", view.status().id(),
                "status_name", view.status().name(),
                "status_group", view.status().group(),
                "location_id", view.locationId(),
                "order_type_id", view.orderTypeId(),
                "manager_id", view.people().managerId(),
                "engineer_id", view.people().engineerId(),
                "campaign_id", view.people().campaignId(),
                "client_id", view.client().id(),
                "brand", view.brand());
        putTimesAndMoney(facts, view);
        return facts;
    }

    private static void putTimesAndMoney(Map<String, Object> facts, OrderView view) {
        var stored = view.stored();
        var money = view.money();
        facts.putAll(Json.object(
                "created_at", (long) stored.createdAt(),
                "modified_at", (long) stored.modifiedAt(),
                "done_at", (long) stored.doneAt(),
                "closed_at", (long) stored.closedAt(),
                "price", money.price(),
                "discount_sum", money.discount(),
                "total", money.total(),
                "paid", view.paid(),
                "parts_cost", money.partsCost(),
                "operations_cost", money.operationsCost()));
    }
}
