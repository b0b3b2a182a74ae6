package remfunnel.config;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A connector as REST shows it.
 *
 * @param configuration the active one; before the first became active, the one waiting
 * @param pending what was written last, where that is not active
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record ConnectorView(
        String connector,
        @JsonProperty("revision") Optional<Long> activeRevision,
        @JsonProperty("latest-revision") long latestRevision,
        Map<String, Object> configuration,
        Optional<Pending> pending,
        @JsonProperty("updated-at") Instant updatedAt,
        @JsonProperty("updated-by") String updatedBy,
        StatusView status) {

    /**
     * A configuration that is not active.
     *
     * @param rejected why the transform refused it; absent while it is being taken
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Pending(long revision, Map<String, Object> configuration, Optional<String> rejected) {}
}
