package remfunnel.simulator;

import java.util.Map;

/** Clients and assets as v1 prints them. */
final class V1Clients {
    private V1Clients() {}

    static Map<String, Object> client(Client client) {
        var printed = Json.object(
                "id", client.id(),
                "name", client.name(),
                "first_name", client.firstName(),
                "last_name", client.lastName(),
                "email", client.email(),
                "phone", client.phones(),
                "notes", "",
                "address", client.juridical() ? "" : "г. Примерск, ул. Тестовая, " + client.id() % 90,
                "supplier", false,
                "juridical", client.juridical(),
                "conflicted", false,
                "modified_at", V1Orders.millis(client.createdAt()),
                "created_at", V1Orders.millis(client.createdAt()),
                "discount_code", "");
        printed.put("discount_goods", 0.0);
        printed.put("order_discount_services", 0.0);
        printed.put("sale_discount_services", 0.0);
        printed.put("discount_materials", 0.0);
        printed.put("custom_fields", Json.object("f910001", ""));
        printed.put("ad_campaign", V1Orders.campaign(client.fromCampaign() ? 140001 : 0));
        return printed;
    }

    static Map<String, Object> asset(Asset asset, OrderView view) {
        var printed = Json.object(
                "id", asset.id(),
                "uid", asset.uid(),
                "title", asset.title(),
                "color", "Чёрный",
                "state", "",
                "cost", 0.0,
                "group", asset.group(),
                "brand", asset.brand(),
                "model", asset.model(),
                "modification", "",
                "year", "2024",
                "owner",
                        Json.object(
                                "id", view.client().id(), "name", view.client().name()),
                "warehouse", warehouse(asset, view.client()),
                "group_icon", "i-asset0");
        if (view.index() % 2 == 0) {
            printed.put("f930001", "00:00:00:00:00:01");
        }
        return printed;
    }

    private static Map<String, Object> warehouse(Asset asset, Client client) {
        // The shop's own stock has no client, and says so with empty text in the place of a number.
        Object owner = asset.inOwnStock() ? "" : (Object) client.id();
        return Json.object(
                "title",
                asset.inOwnStock() ? "Склад > Ячейка 1" : "Client > " + client.name() + " > Ячейка 1",
                "id",
                3_000_001,
                "cell_id",
                3_100_001,
                "client_id",
                owner);
    }
}
