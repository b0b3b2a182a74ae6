package remfunnel.ingest.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import remfunnel.DictionaryKind;
import remfunnel.ingest.source.ApiCall.Parameter;
import remfunnel.ingest.source.OrderShape.Pointer;

/** The second API: a bearer key, ISO-8601 times without milliseconds, lines in a call of their own. */
record V2Api() implements SourceApi {
    private static final OrderShape ORDER = new OrderShape(
            List.of(
                    new Pointer(DictionaryKind.STATUS, "/status/id"),
                    new Pointer(DictionaryKind.LOCATION, "/branch_id"),
                    new Pointer(DictionaryKind.ORDER_TYPE, "/order_type/id"),
                    new Pointer(DictionaryKind.EMPLOYEE, "/manager_id"),
                    new Pointer(DictionaryKind.EMPLOYEE, "/assignee_id"),
                    new Pointer(DictionaryKind.AD_CAMPAIGN, "/ad_campaign_id")),
            V2Payload::withoutItems);

    @Override
    public ApiCall<OrderPage> orders(OrderWindow window, int page) {
        var field = window.field().apiName();
        var query = new ArrayList<Parameter>();
        window.borders().forEach(border -> query.add(new Parameter(field + "[]", border.toString())));
        query.add(new Parameter("sort", field));
        query.add(new Parameter("page", Integer.toString(page)));
        return ApiCall.get("orders", "v2/orders", query, new OrderPageShape(ORDER, page));
    }

    @Override
    public ApiCall<Optional<RawOrder>> order(long id) {
        return ApiCall.get("order", "v2/orders/" + id, List.of(), new OneOrderShape(ORDER, id))
                .whenGone(Optional.empty());
    }

    @Override
    public Optional<ApiCall<RawOrder>> items(RawOrder order) {
        if (!V2Payload.lacksItems(order.payload())) {
            return Optional.empty();
        }
        BodyShape<RawOrder> shape = envelope -> order.withPayload(V2Payload.withItems(
                order.payload(), envelope.data().orElseThrow(() -> new MalformedBody("a list of lines without data"))));
        return Optional.of(ApiCall.get("items", "v2/orders/" + order.id() + "/items", List.of(), shape)
                .whenGone(order.withPayload(V2Payload.withItems(order.payload(), V2Payload.noItems()))));
    }

    @Override
    public List<ApiCall<NamesShape.Names>> dictionary(DictionaryKind kind, int page, int known) {
        var query = page == 1 ? List.<Parameter>of() : List.of(new Parameter("page", Integer.toString(page)));
        return paths(kind).stream()
                .map(path -> ApiCall.get("dictionary " + kind, path, query, new NamesShape(kind, known)))
                .toList();
    }

    /** Campaigns were only ever seen under the un-versioned path, which takes the same key. */
    private static List<String> paths(DictionaryKind kind) {
        return switch (kind) {
            case STATUS -> List.of("v2/orders/statuses");
            case LOCATION -> List.of("v2/company/locations");
            case ORDER_TYPE -> List.of("v2/orders/types");
            case EMPLOYEE -> List.of("v2/company/employees");
            case AD_CAMPAIGN -> List.of("v2/marketing/campaigns", "marketing/campaigns");
            case ORDER_FIELD -> List.of("v2/orders/custom-fields");
        };
    }
}
