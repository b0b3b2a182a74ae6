package remfunnel.transform.topology;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.kafka.streams.processor.TaskId;
import remfunnel.schemas.Records;
import remfunnel.tracing.Tracing;

/** What every processor of the topology is made with. */
public final class TopologyParts {
    private final Records records;
    private final TransformMeters meters;
    private final Pace pace;
    private final Tracing tracing;
    private final ConcurrentMap<TaskId, RestatementThrottle> throttles = new ConcurrentHashMap<>();

    public TopologyParts(Records records, TransformMeters meters, Pace pace, Tracing tracing) {
        this.records = records;
        this.meters = meters;
        this.pace = pace;
        this.tracing = tracing;
    }

    /** One that is not traced. */
    public TopologyParts(Records records, TransformMeters meters, Pace pace) {
        this(records, meters, pace, Tracing.OFF);
    }

    Records records() {
        return records;
    }

    TransformMeters meters() {
        return meters;
    }

    Pace pace() {
        return pace;
    }

    Tracing tracing() {
        return tracing;
    }

    /** What the processors of a task have in common, which Kafka makes one by one. */
    RestatementThrottle throttleOf(TaskId task) {
        return throttles.computeIfAbsent(task, one -> new RestatementThrottle(pace.time()));
    }
}
