package remfunnel.funnel;

import static remfunnel.funnel.Rule.fallback;
import static remfunnel.funnel.Rule.lines;
import static remfunnel.funnel.Rule.nested;
import static remfunnel.funnel.Rule.value;

import java.util.Map;

/** Where the payloads of either API, of today and of ten years ago, keep what the vocabulary names. */
final class OrderRules {
    private static final Map<String, Rule> BOTH = Map.ofEntries(
            value("id", OrderField.ID_),
            value("created_at", OrderField.CREATED_AT),
            value("modified_at", OrderField.MODIFIED_AT),
            value("done_at", OrderField.DONE_AT),
            value("closed_at", OrderField.CLOSED_AT),
            nested("order_type", Map.ofEntries(value("id", OrderField.ORDER_TYPE))),
            value("branch_id", OrderField.LOCATION),
            value("manager_id", OrderField.MANAGER),
            value("urgent", OrderField.URGENT),
            value("discount_sum", OrderField.DISCOUNT_SUM),
            value("payed", OrderField.PAID),
            nested("ad_campaign", Map.ofEntries(value("id", OrderField.AD_CAMPAIGN))),
            nested(
                    "asset",
                    Map.ofEntries(
                            fallback("brand", OrderField.BRAND),
                            fallback("model", OrderField.MODEL),
                            fallback("group", OrderField.KIND),
                            fallback("uid", OrderField.SERIAL))),
            Map.entry("custom_fields", new Rule.Custom()));

    static final Rule.Nested V1 = Rule.union(
            BOTH,
            Map.ofEntries(
                    value("id_label", OrderField.NUMBER_),
                    nested(
                            "status",
                            Map.ofEntries(value("id", OrderField.STATUS), value("group", OrderField.STATUS_GROUP))),
                    value("engineer_id", OrderField.ENGINEER),
                    fallback("engineerId", OrderField.ENGINEER),
                    nested("marketing_source", Map.ofEntries(fallback("id", OrderField.AD_CAMPAIGN))),
                    nested(
                            "client",
                            Map.ofEntries(
                                    value("id", OrderField.CLIENT), value("juridical", OrderField.CLIENT_JURIDICAL))),
                    value("brand", OrderField.BRAND),
                    value("model", OrderField.MODEL),
                    value("kindof_good", OrderField.KIND),
                    value("serial", OrderField.SERIAL),
                    value("price", OrderField.PRICE),
                    value("estimated_cost", OrderField.ESTIMATED_COST),
                    lines("parts", OrderField.PARTS_PRICE, OrderField.PARTS_COST),
                    lines("operations", OrderField.OPERATIONS_PRICE, OrderField.OPERATIONS_COST)));

    static final Rule.Nested V2 = Rule.union(
            BOTH,
            Map.ofEntries(
                    value("number", OrderField.NUMBER_),
                    nested(
                            "status",
                            Map.ofEntries(
                                    value("id", OrderField.STATUS),
                                    nested("group", Map.ofEntries(value("type", OrderField.STATUS_GROUP))))),
                    value("assignee_id", OrderField.ENGINEER),
                    fallback("ad_campaign_id", OrderField.AD_CAMPAIGN),
                    nested(
                            "client",
                            Map.ofEntries(
                                    value("id", OrderField.CLIENT),
                                    value("is_organization", OrderField.CLIENT_JURIDICAL))),
                    value("estimated_price", OrderField.ESTIMATED_COST),
                    value("total", OrderField.TOTAL)));

    private OrderRules() {}
}
