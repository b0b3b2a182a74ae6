package remfunnel.funnel;

import java.util.List;
import java.util.Optional;

/** A stage as it was written. */
public record StageDraft(String id, String title, Optional<Marker> marker, List<Long> statusIds) {
    public StageDraft {
        statusIds = List.copyOf(statusIds);
    }
}
