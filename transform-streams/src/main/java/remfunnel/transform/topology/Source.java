package remfunnel.transform.topology;

import org.apache.kafka.streams.processor.api.ProcessingContext;
import remfunnel.transform.state.Origin;

/** Which record of which topic is being worked on. */
record Source(String topic, Origin origin) {
    static Source of(ProcessingContext context) {
        var at = context.recordMetadata()
                .orElseThrow(() -> new IllegalStateException("there is no current record: called from a punctuator?"));
        return new Source(at.topic(), new Origin(at.partition(), at.offset()));
    }
}
