package remfunnel.standalone.replay;

import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import remfunnel.schemas.Topics;

/** The topology whose results are compared with: in the middle of its work they differ from what is derived beside, and rightly so. */
final class Running {
    private final Application application;
    private final Unfinished unfinished;
    private final PrintWriter out;
    private Map<TopicPartition, Long> endsBefore = Map.of();

    Running(Application application, Map<String, Object> kafka, PrintWriter out) {
        this.application = application;
        this.unfinished = new Unfinished(application, kafka);
        this.out = out;
    }

    /** Says what is waited for, where it is not. */
    boolean isSettled() {
        var left = unfinished.inTheMiddleOf().or(this::orders);
        left.ifPresent(each -> {
            out.println("Waiting for the topology '" + application.id() + "', which is compared with: " + each + '.');
            out.flush();
        });
        return left.isEmpty();
    }

    /** Those there were at the look before: live orders come while others are read. */
    private Optional<String> orders() {
        var committed = application.committed();
        long left = committed.isEmpty()
                ? 0
                : endsBefore.entrySet().stream()
                        .mapToLong(end -> end.getValue() - committed.getOrDefault(end.getKey(), 0L))
                        .filter(behind -> behind > Beside.MARK)
                        .sum();
        endsBefore = application.ends(application.partitions(Topics.ORDERS));
        return left == 0 ? Optional.empty() : Optional.of("%,d records of orders to go".formatted(left));
    }
}
