package remfunnel.config.shaping;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A connector that was there and is not.
 *
 * @param removedAt as far as the audit trail tells
 * @param removedBy as far as the audit trail tells
 * @param configuration the last one, as PUT takes it
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record RemovedConnector(
        long revision,
        @JsonProperty("removed-at") Optional<Instant> removedAt,
        @JsonProperty("removed-by") Optional<String> removedBy,
        Map<String, Object> configuration) {}
