package remfunnel.transform.topology;

import remfunnel.schemas.Records;
import remfunnel.tracing.Tracing;

/** What every processor of the topology is made with. */
public record Workplace(Records records, TransformMeters meters, Pace pace, Tracing tracing) {
    /** One that is not traced. */
    public Workplace(Records records, TransformMeters meters, Pace pace) {
        this(records, meters, pace, Tracing.OFF);
    }
}
