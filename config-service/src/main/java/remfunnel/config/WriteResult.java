package remfunnel.config;

import java.util.List;
import java.util.Optional;
import remfunnel.config.document.Fault;

/** What became of a write. */
sealed interface WriteResult {
    /**
     * It stands in the topic.
     *
     * @param keyRemoved whether the stored API key was removed, because the source's address changed
     * @param overwrote the revision of someone else's write that came in between, on another instance or past this service
     */
    record Written(long revision, boolean created, boolean keyRemoved, Optional<Long> overwrote)
            implements WriteResult {}

    /** It makes no funnel. */
    record Refused(List<Fault> faults) implements WriteResult {
        public Refused {
            faults = List.copyOf(faults);
        }
    }

    /** The writer has seen another revision. */
    record Stale(long current, String by, List<String> changed) implements WriteResult {
        public Stale {
            changed = List.copyOf(changed);
        }
    }

    record Exists(long current) implements WriteResult {}

    record Absent() implements WriteResult {}

    record NoPrecondition() implements WriteResult {}
}
