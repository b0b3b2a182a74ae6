package remfunnel.config.cli;

import static remfunnel.config.cli.ExplainText.text;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** The transitions of an order for people, with why each moment is known as well as it is. */
record TransitionText(JsonNode transitions) {
    List<String> lines() {
        return transitions.isEmpty()
                ? List.of()
                : Stream.concat(
                                Stream.of("", "transitions"),
                                StreamSupport.stream(transitions.spliterator(), false)
                                        .flatMap(TransitionText::lines))
                        .toList();
    }

    private static Stream<String> lines(JsonNode each) {
        String way = each.has("from") ? text(each, "from") + " -> " + text(each, "to") : "-> " + text(each, "to");
        String dwell = each.has("dwell-ms")
                ? ", after at most " + Duration.ofMillis(each.path("dwell-ms").asLong()) + " there"
                : "";
        return Stream.of(
                "  " + text(each, "n") + " " + way + " " + text(each, "direction") + " " + moment(each) + dwell,
                "      " + text(each, "precision") + ": " + text(each.path("why"), "en"));
    }

    private static String moment(JsonNode each) {
        String by = text(each, "entered-by");
        if (text(each, "precision").equals("EXACT")) {
            return "at " + by;
        }
        return (each.has("entered-after") ? "after " + text(each, "entered-after") + " " : "") + "by " + by;
    }
}
