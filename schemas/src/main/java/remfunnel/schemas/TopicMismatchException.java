package remfunnel.schemas;

import java.util.List;

/** Topics exist that are not as agreed. The message says which and what to do. */
public final class TopicMismatchException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TopicMismatchException(List<String> mismatches) {
        super("Topics are not as remfunnel needs them: " + String.join("; ", mismatches)
                + ". Set the settings right with kafka-configs, choose the partition count they have"
                + " (REMFUNNEL_TOPICS_PARTITIONS), or use another cluster.");
    }
}
