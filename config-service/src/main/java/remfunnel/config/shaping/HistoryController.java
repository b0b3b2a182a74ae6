package remfunnel.config.shaping;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who changed what of a connector, and when. */
@RestController
@Tag(name = "connectors")
class HistoryController {
    static final int PAGE = 20;

    private final ConfigHistory history;

    HistoryController(ConfigHistory history) {
        this.history = history;
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
}
