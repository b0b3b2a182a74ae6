package remfunnel.config.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Connectors as a table, a line each, and under it what needs attention and what was counted. */
final class StatusTable {
    private static final List<String> HEADER =
            List.of("CONNECTOR", "TITLE", "INGEST", "TRANSFORM", "REVISION", "LAG", "COMPLETE UNTIL");

    /** What is no count but a moment is there for programs. */
    private static final String MOMENT = "_at_ms";

    private final List<JsonNode> connectors;

    StatusTable(List<JsonNode> connectors) {
        this.connectors = List.copyOf(connectors);
    }

    List<String> lines() {
        List<List<String>> rows = new ArrayList<>(List.of(HEADER));
        connectors.forEach(each -> rows.add(row(each)));
        return Stream.concat(
                        Columns.ofWords(rows).lines().stream(),
                        connectors.stream().flatMap(StatusTable::notes))
                .toList();
    }

    private static List<String> row(JsonNode status) {
        return List.of(
                status.path("connector").asString(""),
                status.path("title").asString(""),
                state(status.path("ingest")),
                state(status.path("transform")),
                revision(status),
                status.path("lag").asString("-"),
                status.path("ingest").path("complete-until").asString("-"));
    }

    private static String state(JsonNode component) {
        String state = component.path("state").asString("-");
        JsonNode progress = component.path("progress");
        return progress.isObject()
                ? state + " " + progress.path("done").asLong() + "/"
                        + progress.path("total").asLong()
                : state;
    }

    private static String revision(JsonNode status) {
        String active = status.has("revision") ? status.path("revision").asString() : "-";
        String latest = status.path("latest-revision").asString();
        return active.equals(latest) ? active : active + " (" + latest + " waits)";
    }

    private static Stream<String> notes(JsonNode status) {
        String id = status.path("connector").asString("");
        return Stream.of("ingest", "transform").flatMap(component -> {
            JsonNode said = status.path(component);
            String message = said.path("message").asString("");
            String counters = said.path("counters").properties().stream()
                    .filter(counter -> !counter.getKey().endsWith(MOMENT))
                    .map(counter -> counter.getKey() + " " + counter.getValue().asLong())
                    .collect(Collectors.joining(", "));
            return Stream.of(message, counters)
                    .filter(text -> !text.isEmpty())
                    .map(text -> "  " + id + " " + component + ": " + text.replace("\n", "\n    "));
        });
    }
}
