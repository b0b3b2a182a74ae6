package remfunnel.config.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** An explanation for people. */
final class ExplainText {
    private static final Map<String, String> STANDINGS = Map.of(
            "IN_FUNNEL", "counts",
            "UNMAPPED", "counts, but no stage holds its status",
            "FILTERED_OUT", "does not count: the filter keeps it out",
            "DROPPED", "does not count: no stage holds its status, and unmapped is drop",
            "DELETED", "is gone from the source",
            "WAITING", "is known, but no configuration is in force yet",
            "UNKNOWN", "is not known");

    /** While what was told of it is still of a former configuration or of former names, and the rest of an explanation is not. */
    private static final Map<String, String> FORMER_STANDINGS = Map.of(
            "IN_FUNNEL", "counted so far",
            "UNMAPPED", "counted so far, but no stage held its status",
            "FILTERED_OUT", "did not count so far: the filter kept it out",
            "DROPPED", "did not count so far: no stage held its status, and unmapped was drop",
            "WAITING", "was known so far, but no configuration was in force");

    private final JsonNode said;
    private final List<String> lines = new ArrayList<>();

    ExplainText(JsonNode said) {
        this.said = said;
    }

    List<String> lines() {
        head();
        source();
        lag();
        event();
        filter();
        stage();
        said.path("formulas").forEach(this::formula);
        new TransitionText(said.path("transitions")).lines().forEach(lines::add);
        fact();
        payload();
        return List.copyOf(lines);
    }

    private void head() {
        String number = said.has("number") ? " (" + text(said, "number") + ")" : "";
        lines.add(text(said, "connector") + ": order " + text(said, "order") + number + " " + standing());
        lines.add(
                said.has("revision")
                        ? "revision " + text(said, "revision") + " is in force"
                        : "nothing is in force yet");
        if (isRestating()) {
            lines.add(
                    said.path("fact").isObject()
                            ? "its fact is still that of a former configuration or of former names: it is about to be restated"
                            : "it has no fact: it is about to be judged anew, and what follows is how");
        }
    }

    private boolean isRestating() {
        return said.path("restating").asBoolean(false);
    }

    private String standing() {
        String standing = text(said, "standing");
        String now = STANDINGS.getOrDefault(standing, standing);
        return isRestating() ? FORMER_STANDINGS.getOrDefault(standing, now) : now;
    }

    /** Only of an order that is not known. */
    private void source() {
        JsonNode source = said.path("source");
        if (!source.isObject()) {
            return;
        }
        String until = source.has("complete-until")
                ? "every change up to " + text(source, "complete-until") + " was read"
                : "the source was not read completely yet";
        String from = source.has("history-from") ? ", of orders since " + text(source, "history-from") : "";
        lines.add("source: " + text(source, "state") + ", " + until + from);
        if (source.path("progress").isObject()) {
            lines.add("  history: " + text(source.path("progress"), "done") + " of "
                    + text(source.path("progress"), "total") + " read");
        }
    }

    /** Of an order that is not known it is always told: it may be among what is still to be read. */
    private void lag() {
        long events = said.path("lag").asLong(0);
        if (events > 0) {
            lines.add("the transform has still " + events + " events to read: ask again");
        } else if (text(said, "standing").equals("UNKNOWN")) {
            lines.add(
                    said.has("lag")
                            ? "the transform has read every event that there is"
                            : "how many events the transform has still to read is not known");
        }
    }

    private void event() {
        JsonNode event = said.path("event");
        if (!event.isObject()) {
            return;
        }
        lines.add("");
        lines.add("event: " + text(event, "topic") + " partition " + text(event, "partition") + " offset "
                + text(event, "offset")
                + (event.has("time") ? ", written " + text(event, "time") : ": the topic does not hold it any more"));
        if (event.has("kind")) {
            String after = event.has("changed-after") ? ", not before " + text(event, "changed-after") : "";
            lines.add("  " + text(event, "kind") + " by " + text(event, "source") + " (" + text(event, "api")
                    + "), modified " + text(event, "modified-at") + after + ", read " + text(event, "observed-at"));
        }
    }

    private void filter() {
        JsonNode filter = said.path("filter");
        if (!filter.isObject()) {
            return;
        }
        lines.add("");
        lines.add("filter: " + (filter.path("passes").asBoolean() ? "passes" : "kept out") + " (includes: "
                + text(filter, "match").toLowerCase(Locale.ROOT) + ")");
        filter.path("conditions").forEach(condition -> lines.add(condition(condition)));
    }

    private static String condition(JsonNode condition) {
        String values = StreamSupport.stream(condition.path("values").spliterator(), false)
                .map(ExplainText::named)
                .collect(Collectors.joining(", "));
        String seen = condition.has("seen") ? named(condition.path("seen")) : "nothing";
        return (condition.path("decides").asBoolean() ? "  x " : "  - ")
                + text(condition, "action").toLowerCase(Locale.ROOT) + " " + text(condition, "field") + " "
                + text(condition, "operator").toLowerCase(Locale.ROOT) + " " + values + ": saw " + seen
                + (condition.path("matched").asBoolean() ? ", matches" : ", does not match");
    }

    private static String named(JsonNode value) {
        return value.has("name") ? text(value, "value") + " " + text(value, "name") : text(value, "value");
    }

    private void stage() {
        JsonNode stage = said.path("stage");
        if (stage.isObject()) {
            String marker = stage.has("marker") ? ", " + text(stage, "marker") : "";
            lines.add("");
            lines.add("stage: status " + text(stage, "status-id") + space(stage, "status-name") + " -> "
                    + text(stage, "id") + " " + text(stage, "title") + marker);
        }
    }

    private void formula(JsonNode formula) {
        lines.add("");
        lines.add(text(formula, "name") + " = " + text(formula, "formula"));
        formula.path("fields")
                .forEach(field -> lines.add(
                        "  " + text(field, "name") + " is " + (field.has("value") ? text(field, "value") : "missing")));
        formula.path("coefficients")
                .forEach(each -> lines.add("  " + text(each, "name") + " is "
                        + (each.has("value")
                                ? text(each, "value") + " since " + text(each, "valid-from")
                                : "missing on the day the order was created")));
        formula.path("steps")
                .forEach(step -> lines.add("  " + text(step, "part") + " = "
                        + (step.has("value")
                                ? text(step, "value")
                                : text(step.path("problem").path("message"), "en"))));
        lines.add("  = "
                + (formula.has("amount")
                        ? text(formula, "amount")
                        : "no amount: " + text(formula.path("problem"), "code") + ", "
                                + text(formula.path("problem").path("message"), "en")));
    }

    private void fact() {
        JsonNode fact = said.path("fact");
        if (fact.isObject()) {
            lines.add("");
            lines.add("fact");
            fact.properties().forEach(field -> lines.add("  " + field.getKey() + ": " + plain(field.getValue())));
        }
    }

    private static String plain(JsonNode value) {
        return value.isValueNode() ? value.asString("-") : value.toString();
    }

    private void payload() {
        JsonNode payload = said.path("event").path("payload");
        if (!payload.isMissingNode()) {
            lines.add("");
            lines.add("payload");
            payload.toPrettyString().lines().forEach(line -> lines.add("  " + line));
        }
    }

    private static String space(JsonNode node, String name) {
        return node.has(name) ? " " + text(node, name) : "";
    }

    static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }
}
