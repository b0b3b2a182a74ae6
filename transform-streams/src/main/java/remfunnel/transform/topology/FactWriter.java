package remfunnel.transform.topology;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Bytes;
import remfunnel.FactIssue;
import remfunnel.FunnelFact;
import remfunnel.Marker;
import remfunnel.Precision;
import remfunnel.funnel.Funnel;
import remfunnel.funnel.Issue;
import remfunnel.funnel.Judgement;
import remfunnel.funnel.NameKind;
import remfunnel.funnel.Names;
import remfunnel.funnel.Order;
import remfunnel.funnel.history.StatusEntry;
import remfunnel.schemas.Topics;

/** Writes a judgement as a fact. Equal judgements give equal bytes. */
final class FactWriter {
    private final Serializer<FunnelFact> facts;

    FactWriter(Serializer<FunnelFact> facts) {
        this.facts = facts;
    }

    Bytes write(Judged judged) {
        var fact = FunnelFact.newBuilder();
        ofOrder(fact, judged.order(), judged.names());
        ofStage(fact, judged.passed(), judged.entry());
        fact.setConnectorId(judged.funnel().connectorId())
                .setCurrency(judged.funnel().currency());
        return Bytes.wrap(facts.serialize(Topics.FACTS.name(), fact.build()));
    }

    /** All that a fact is made of. */
    record Judged(Funnel funnel, Names names, Order order, StatusEntry entry, Judgement.Passed passed) {}

    private static void ofOrder(FunnelFact.Builder fact, Order order, Names names) {
        fact.setOrderId(order.id())
                .setOrderNumber(order.number().orElse(null))
                .setStatusId(order.statusId())
                .setStatusName(names.name(NameKind.STATUS, Long.toString(order.statusId()))
                        .orElse(null))
                .setStatusGroup(group(order, names))
                .setLocationId(
                        order.locationId().isPresent() ? order.locationId().getAsLong() : null)
                .setLocationName(locationName(order, names).orElse(null))
                .setCreatedAt(order.createdAt())
                .setModifiedAt(order.modifiedAt())
                .setClosedAt(order.closedAt().orElse(null));
    }

    private static Integer group(Order order, Names names) {
        return order.statusGroup().isPresent()
                ? Integer.valueOf(order.statusGroup().getAsInt())
                : names.statusGroup(order.statusId()).orElse(null);
    }

    private static Optional<String> locationName(Order order, Names names) {
        return order.locationId().isPresent()
                ? names.name(NameKind.LOCATION, Long.toString(order.locationId().getAsLong()))
                : Optional.empty();
    }

    private static void ofStage(FunnelFact.Builder fact, Judgement.Passed passed, StatusEntry entry) {
        var stage = passed.stage();
        Optional<Instant> after = entry.after();
        fact.setStageId(stage.id())
                .setStageTitle(stage.title())
                .setStagePosition(stage.position())
                .setMarker(
                        stage.marker().map(each -> Marker.valueOf(each.name())).orElse(null))
                .setRevenue(passed.revenue().orElse(null))
                .setCost(passed.cost().orElse(null))
                .setEnteredAfter(after.orElse(null))
                .setEnteredBy(entry.by())
                .setEnteredPrecision(Precision.valueOf(entry.precision().name()))
                .setDimensions(new LinkedHashMap<>(passed.dimensions()))
                .setIssues(issues(passed.issues()));
    }

    private static List<FactIssue> issues(List<Issue> issues) {
        return issues.stream()
                .map(issue -> new FactIssue(issue.code(), issue.field().orElse(null), issue.message()))
                .toList();
    }

    void close() {
        facts.close();
    }
}
