package remfunnel.transform.topology;

import java.time.Duration;
import org.apache.kafka.common.serialization.Serializer;
import remfunnel.Direction;
import remfunnel.Marker;
import remfunnel.Precision;
import remfunnel.StageTransition;
import remfunnel.funnel.history.Stay;
import remfunnel.funnel.history.Transition;
import remfunnel.schemas.Topics;
import remfunnel.transform.state.OrderKey;

/** Writes a transition as a record. Equal transitions give equal bytes. */
final class TransitionWriter {
    private final Serializer<StageTransition> transitions;

    TransitionWriter(Serializer<StageTransition> transitions) {
        this.transitions = transitions;
    }

    byte[] write(OrderKey order, Transition transition) {
        var record = StageTransition.newBuilder()
                .setConnectorId(order.connector())
                .setOrderId(order.order())
                .setN(transition.n())
                .setDirection(Direction.valueOf(transition.direction().name()))
                .setDwellMs(transition.dwell().map(Duration::toMillis).orElse(null))
                .setFirstEntry(transition.first());
        ofStages(record, transition);
        ofMoment(record, transition);
        return transitions.serialize(Topics.TRANSITIONS.name(), record.build());
    }

    private static void ofStages(StageTransition.Builder record, Transition transition) {
        record.setFromStageId(transition.from().map(Stay::stageId).orElse(null))
                .setToStageId(transition.to().stageId())
                .setFromMarker(transition
                        .from()
                        .flatMap(Stay::marker)
                        .map(TransitionWriter::marker)
                        .orElse(null))
                .setToMarker(
                        transition.to().marker().map(TransitionWriter::marker).orElse(null));
    }

    private static void ofMoment(StageTransition.Builder record, Transition transition) {
        var entry = transition.entry();
        record.setEnteredAfter(entry.after().orElse(null))
                .setEnteredBy(entry.by())
                .setPrecision(Precision.valueOf(entry.precision().name()));
    }

    private static Marker marker(remfunnel.funnel.Marker marker) {
        return Marker.valueOf(marker.name());
    }

    void close() {
        transitions.close();
    }
}
