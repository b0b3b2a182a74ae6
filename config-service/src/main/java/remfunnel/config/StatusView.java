package remfunnel.config;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import remfunnel.ConnectorStatus;
import remfunnel.config.document.Fault;

/**
 * How a connector fares, as its components say.
 *
 * @param apiKeyTried whether ingest's state is about the key that is stored, and not about none or a former one
 * @param lag how many events the transform has still to read; empty where that is not known
 * @param problems what is wrong with the configuration that the transform rejected, each in both languages; empty where it rejected none
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record StatusView(
        String connector,
        String title,
        boolean enabled,
        @JsonProperty("revision") Optional<Long> activeRevision,
        @JsonProperty("latest-revision") long latestRevision,
        @JsonProperty("api-key-stored") boolean apiKeyStored,
        @JsonProperty("api-key-stored-at") Optional<Instant> apiKeyStoredAt,
        @JsonProperty("api-key-tried") boolean apiKeyTried,
        @JsonProperty("last-change") Optional<Instant> lastChange,
        Optional<Long> lag,
        Optional<List<ProblemView>> problems,
        Optional<ComponentView> ingest,
        Optional<ComponentView> transform) {

    /**
     * One component's word.
     *
     * @param cause what kind of thing is wrong, for programs
     * @param since since when
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record ComponentView(
            String state,
            String message,
            Optional<String> cause,
            Optional<Instant> since,
            Optional<ProgressView> progress,
            Map<String, Long> counters,
            @JsonProperty("complete-until") Optional<Instant> completeUntil,
            Optional<Long> revision,
            Instant at) {
        static ComponentView of(ConnectorStatus status) {
            return new ComponentView(
                    status.getState().name(),
                    status.getMessage(),
                    Optional.ofNullable(status.getCause()),
                    Optional.ofNullable(status.getSince()),
                    Optional.ofNullable(status.getProgress())
                            .map(progress -> new ProgressView(progress.getDone(), progress.getTotal())),
                    new TreeMap<>(status.getCounters()),
                    Optional.ofNullable(status.getCompleteUntil()),
                    Optional.ofNullable(status.getRevision()),
                    status.getAt());
        }
    }

    record ProgressView(long done, long total) {}

    /** @param path of the value that is wrong, as in {@code stages[2].statuses[0]} */
    record ProblemView(String code, String path, String en, String ru) {
        static ProblemView of(Fault fault) {
            return new ProblemView(
                    fault.code(),
                    fault.path(),
                    fault.message().en(),
                    fault.message().ru());
        }
    }
}
