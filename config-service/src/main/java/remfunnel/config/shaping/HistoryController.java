package remfunnel.config.shaping;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import remfunnel.config.Answers;
import remfunnel.config.Connectors;

/** Who changed what of a connector, and when. */
@RestController
@Tag(name = "connectors")
class HistoryController {
    static final int PAGE = 20;

    private static final Pattern REVISION = Pattern.compile("\\d{1,18}");

    private final ConfigHistory history;
    private final Connectors connectors;

    HistoryController(ConfigHistory history, Connectors connectors) {
        this.history = history;
        this.connectors = connectors;
    }

    record Page(List<HistoryEntry> entries, boolean more) {}

    @GetMapping("/api/removed-connectors")
    @Operation(
            summary = "Connectors that were removed, the last first, twenty at most",
            description =
                    "Each with its last configuration: PUT it and give the key, and the connector is there again.")
    List<RemovedConnector> removed() {
        return history.removed().stream().limit(PAGE).toList();
    }

    @GetMapping("/api/connectors/{id}/history")
    @Operation(
            summary = "What was done to the connector, newest first, twenty a page",
            description = "A change comes with its configuration and the one before it, as PUT takes them.")
    Page page(@PathVariable String id, @RequestParam(defaultValue = "0") int page) {
        long from = (long) Math.max(0, page) * PAGE;
        List<HistoryEntry> all = history.entries(id);
        return new Page(all.stream().skip(from).limit(PAGE).toList(), all.size() > from + PAGE);
    }

    @GetMapping("/api/connectors/{id}/revisions/{revision}")
    @Operation(
            summary = "What was written as that revision, by whom and when",
            description = "As an entry of the history: with its configuration and the one before it.")
    @ApiResponse(responseCode = "200", description = "The entry")
    @ApiResponse(
            responseCode = "404",
            description = "There is no such connector, or the revision is not one of its 500 last changes")
    ResponseEntity<Object> revision(
            @PathVariable String id,
            @PathVariable String revision,
            @Parameter(hidden = true) HttpServletRequest request) {
        Optional<HistoryEntry> written = Optional.of(revision)
                .filter(text -> REVISION.matcher(text).matches())
                .flatMap(digits -> history.entry(id, Long.parseLong(digits)));
        return written.isPresent() ? ResponseEntity.ok(written.get()) : noRevision(id, revision, new Answers(request));
    }

    private ResponseEntity<Object> noRevision(String id, String revision, Answers answers) {
        return connectors.latest(id).isEmpty()
                ? answers.noSuchConnector(id)
                : answers.refused(
                        HttpStatus.NOT_FOUND,
                        "NO_SUCH_REVISION",
                        "Nothing is known of revision '" + revision + "' of connector '" + id
                                + "': it is none of its 500 last changes, or was lost when funnel.config was compacted.",
                        "О ревизии «" + revision + "» подключения «" + id
                                + "» ничего не известно: её нет среди 500 последних изменений, или она потеряна при сжатии топика funnel.config.");
    }
}
