package remfunnel.schemas;

import java.util.List;
import java.util.stream.Collectors;

/** Topics that are there would lose records, or their order; the message says which, why and what to do. */
public final class TopicMismatchException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private TopicMismatchException(List<TopicDifference> differences) {
        super("Topics are not as remfunnel needs them: "
                + differences.stream()
                        .map(each -> each.what() + " (mend it: " + each.mend() + ")")
                        .collect(Collectors.joining("; "))
                + ". Or use another cluster.");
    }

    static void throwIfAny(List<TopicDifference> differences) {
        if (!differences.isEmpty()) {
            throw new TopicMismatchException(differences);
        }
    }
}
