package remfunnel.simulator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The form of 2016 to 2022: nulls, whole numbers, snake case in lines, other names for a few things. */
final class V1OldShape {
    private static final List<String> NULLS =
            List.of("scheduled_for", "closed_at", "closed_by_id", "warranty_date", "done_at");

    private V1OldShape() {}

    static Map<String, Object> of(Map<String, Object> order) {
        var old = new LinkedHashMap<>(order);
        var asset = (Map<?, ?>) order.get("asset");
        if (!asset.isEmpty()) {
            old.put("kindof_good", asset.get("group"));
            old.put("serial", asset.get("uid"));
        }
        List.of("uuid", "duration", "status_overdue", "missed_payments", "warranty_measures", "resources", "asset")
                .forEach(old::remove);
        old.remove("ad_campaign");
        NULLS.forEach(name -> old.putIfAbsent(name, null));
        old.put("price", whole(order.get("price")));
        old.put("payed", whole(order.get("payed")));
        old.put("discount_sum", whole(order.get("discount_sum")));
        if ((long) order.get("id") % 20 == 3) {
            old.remove("discount_sum");
        }
        old.put("estimated_cost", Integer.valueOf((String) order.get("estimated_cost")));
        old.put("warranty_granted", true);
        old.put("taxes", List.of(Json.object("code", "1212", "type", 2, "sum", 280)));
        old.put("order_type", renamed(order.get("order_type"), "name", "title"));
        old.put("client", client(order.get("client")));
        old.put("parts", lines(order.get("parts")));
        old.put("operations", lines(order.get("operations")));
        return old;
    }

    private static Map<String, Object> client(Object current) {
        var client = copy(current);
        List.of("first_name", "last_name", "order_discount_services", "sale_discount_services", "created_at")
                .forEach(client::remove);
        client.put("discount_services", 5);
        return renamed(client, "ad_campaign", "marketing_source");
    }

    private static List<Map<String, Object>> lines(Object current) {
        var lines = new ArrayList<Map<String, Object>>();
        for (Object each : (List<?>) current) {
            var line = renamed(each, "engineerId", "engineer_id");
            List.of("entityId", "uom", "taxes", "code", "article").forEach(line::remove);
            List.of("amount", "price", "cost", "discount_value").forEach(name -> line.put(name, whole(line.get(name))));
            lines.add(line);
        }
        return lines;
    }

    private static Map<String, Object> renamed(Object object, String from, String to) {
        var renamed = copy(object);
        renamed.put(to, renamed.remove(from));
        return renamed;
    }

    private static Map<String, Object> copy(Object object) {
        var copy = new LinkedHashMap<String, Object>();
        ((Map<?, ?>) object).forEach((name, value) -> copy.put((String) name, value));
        return copy;
    }

    /** {@code 1700} where there is nothing behind the point. */
    private static BigDecimal whole(Object number) {
        var stripped = ((BigDecimal) number).stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
