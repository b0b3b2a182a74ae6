package remfunnel.ingest.source;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import remfunnel.DictionaryKind;
import remfunnel.ingest.source.ApiCall.Parameter;
import remfunnel.ingest.source.OrderShape.Pointer;

/** The first API: a token, epoch milliseconds, lines within the order, paths that end in a slash. */
record V1Api() implements SourceApi {
    private static final OrderShape ORDER = new OrderShape(
            List.of(
                    new Pointer(DictionaryKind.STATUS, "/status/id"),
                    new Pointer(DictionaryKind.LOCATION, "/branch_id"),
                    new Pointer(DictionaryKind.ORDER_TYPE, "/order_type/id"),
                    new Pointer(DictionaryKind.EMPLOYEE, "/manager_id"),
                    new Pointer(DictionaryKind.EMPLOYEE, "/engineer_id"),
                    new Pointer(DictionaryKind.AD_CAMPAIGN, "/ad_campaign/id")),
            Payload::of);

    @Override
    public ApiCall<OrderPage> orders(OrderWindow window, int page) {
        var query = new ArrayList<Parameter>();
        window.borders()
                .forEach(border -> query.add(new Parameter(window.field().apiName() + "[]", millis(border))));
        query.add(new Parameter("sort_dir", "asc"));
        query.add(new Parameter("page", Integer.toString(page)));
        return ApiCall.get("orders", "order/", query, new OrderPageShape(ORDER, page));
    }

    @Override
    public ApiCall<Optional<RawOrder>> order(long id) {
        return ApiCall.get("order", "order/" + id, List.of(), new OneOrderShape(ORDER, id))
                .whenGone(Optional.empty());
    }

    @Override
    public Optional<ApiCall<RawOrder>> items(RawOrder order) {
        return Optional.empty();
    }

    @Override
    public List<ApiCall<NamesShape.Names>> dictionary(DictionaryKind kind, int page, int known) {
        var query = page == 1 ? List.<Parameter>of() : List.of(new Parameter("page", Integer.toString(page)));
        return List.of(ApiCall.get("dictionary " + kind, path(kind), query, new NamesShape(kind, known)));
    }

    /** Form field {@code api_key}; the token is read from the answer's top level. */
    static ApiCall<Secret> token(Secret apiKey) {
        return ApiCall.post("token", "token/new", List.of(new Parameter("api_key", apiKey.value())), envelope -> {
            var token = envelope.head().path("token").asString("");
            if (token.isBlank()) {
                throw new MalformedBody("an answer to the key without a token");
            }
            return new Secret(token);
        });
    }

    private static String path(DictionaryKind kind) {
        return switch (kind) {
            case STATUS -> "statuses/";
            case LOCATION -> "branches/";
            case ORDER_TYPE -> "order/types/";
            case EMPLOYEE -> "employees/";
            case AD_CAMPAIGN -> "marketing/campaigns/";
            case ORDER_FIELD -> "order/custom-fields/";
        };
    }

    private static String millis(Instant time) {
        return Long.toString(time.toEpochMilli());
    }
}
