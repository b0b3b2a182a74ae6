package remfunnel.benchmarks.transform;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import remfunnel.FunnelConfig;
import remfunnel.FunnelFact;
import remfunnel.Marker;
import remfunnel.OrderEvent;
import remfunnel.Precision;
import remfunnel.funnel.Api;
import remfunnel.funnel.Compilation;
import remfunnel.funnel.Funnel;
import remfunnel.funnel.FunnelCompiler;
import remfunnel.funnel.Judgement;
import remfunnel.funnel.Names;
import remfunnel.funnel.Order;
import remfunnel.funnel.OrderReader;
import remfunnel.funnel.OrderReading;
import remfunnel.funnel.Vocabulary;
import remfunnel.schemas.FunnelDrafts;

/** The fact of an order and its configuration, judged by the same code as remfunnel's: without history, transitions and totals. */
final class PlainFacts {
    private final OrderReader reader = new OrderReader();
    private final Names names = Names.none();
    private final Map<String, Compiled> compiled = new HashMap<>();

    private record Compiled(Instant at, Funnel funnel) {}

    /** Null, as the engine wants it, where the order is not in the funnel. */
    FunnelFact of(OrderEvent event, FunnelConfig config) {
        var payload = new byte[event.getPayload().remaining()];
        event.getPayload().duplicate().get(payload);
        return switch (reader.read(Api.V1, payload)) {
            case OrderReading.Unreadable(var reason) -> throw new IllegalStateException(reason);
            case OrderReading.Read(var order) -> {
                var funnel = funnel(config);
                yield funnel.judge(order, names) instanceof Judgement.Passed passed
                        ? fact(order, funnel, passed)
                        : null;
            }
        };
    }

    private Funnel funnel(FunnelConfig config) {
        var known = compiled.get(config.getConnectorId());
        if (known == null || !known.at().equals(config.getUpdatedAt())) {
            known = new Compiled(config.getUpdatedAt(), compile(config));
            compiled.put(config.getConnectorId(), known);
        }
        return known.funnel();
    }

    private static Funnel compile(FunnelConfig config) {
        return switch (new FunnelCompiler(Vocabulary.standard()).compile(FunnelDrafts.of(config))) {
            case Compilation.Compiled(var funnel) -> funnel;
            case Compilation.Refused(var problems) -> throw new IllegalStateException(problems.toString());
        };
    }

    private static FunnelFact fact(Order order, Funnel funnel, Judgement.Passed passed) {
        var location = order.locationId();
        return ofStage(FunnelFact.newBuilder(), passed)
                .setConnectorId(funnel.connectorId())
                .setOrderId(order.id())
                .setOrderNumber(order.number().orElse(null))
                .setStatusId(order.statusId())
                .setLocationId(location.isPresent() ? location.getAsLong() : null)
                .setCurrency(funnel.currency())
                .setCreatedAt(order.createdAt())
                .setModifiedAt(order.modifiedAt())
                .setClosedAt(order.closedAt().orElse(null))
                .setEnteredBy(order.modifiedAt())
                .setEnteredPrecision(Precision.INFERRED)
                .build();
    }

    private static FunnelFact.Builder ofStage(FunnelFact.Builder fact, Judgement.Passed passed) {
        var stage = passed.stage();
        return fact.setStageId(stage.id())
                .setStageTitle(stage.title())
                .setStagePosition(stage.position())
                .setMarker(
                        stage.marker().map(each -> Marker.valueOf(each.name())).orElse(null))
                .setRevenue(passed.revenue().orElse(null))
                .setCost(passed.cost().orElse(null))
                .setDimensions(new LinkedHashMap<>(passed.dimensions()))
                .setIssues(List.of());
    }
}
