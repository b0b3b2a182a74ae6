package remfunnel.config.shaping;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import remfunnel.FunnelConfig;
import remfunnel.config.document.ConnectorWriter;

/**
 * Something that was done to a connector.
 *
 * @param kind created, changed, removed, or key
 * @param before the configuration before a change
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record HistoryEntry(
        String kind,
        Instant at,
        String by,
        Optional<Long> revision,
        Optional<Map<String, Object>> configuration,
        Optional<Map<String, Object>> before) {

    static HistoryEntry change(long revision, FunnelConfig config, Optional<FunnelConfig> former) {
        return new HistoryEntry(
                former.isPresent() ? "changed" : "created",
                config.getUpdatedAt(),
                config.getUpdatedBy(),
                Optional.of(revision),
                Optional.of(ConnectorWriter.document(config)),
                former.map(ConnectorWriter::document));
    }

    static HistoryEntry deed(String kind, Instant at, String by) {
        return new HistoryEntry(kind, at, by, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
