package remfunnel.systemtests.monitoring;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * One thing that the dashboard asks Prometheus for, in the words that Grafana sends with every variable at All.
 *
 * @param labels those that name the lines of the panel, or the values of a variable
 */
record Panel(String title, String expression, Set<String> labels) {
    /** What Grafana makes of them with the provisioned data source, scraped every 15 seconds, and a short range of time. */
    private static final Map<String, String> INTERVALS =
            Map.of("$__rate_interval", "1m", "$__interval", "15s", "$__range", "1h");

    private static final Pattern LABEL = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");
    private static final Pattern LABEL_VALUES = Pattern.compile("label_values\\((\\w+), (\\w+)\\)");

    static Stream<Panel> all() throws IOException {
        var dashboard = Documents.dashboard();
        var variables = dashboard.at("/templating/list");
        return Stream.concat(
                variables.valueStream().map(Panel::ofVariable),
                dashboard.path("panels").valueStream().flatMap(panel -> ofPanel(panel, variables)));
    }

    /** Without a value to choose from, no panel that uses the variable shows anything. */
    private static Panel ofVariable(JsonNode variable) {
        var query = LABEL_VALUES.matcher(variable.at("/query/query").asString());
        if (!query.matches()) {
            throw new AssertionError("not understood: " + variable);
        }
        return new Panel(
                "variable " + variable.path("name").asString(),
                "group by (" + query.group(2) + ") (" + query.group(1) + ")",
                Set.of(query.group(2)));
    }

    private static Stream<Panel> ofPanel(JsonNode panel, JsonNode variables) {
        return panel.path("targets")
                .valueStream()
                .map(target -> new Panel(
                        panel.path("title").asString()
                                + ' '
                                + target.path("refId").asString(),
                        sent(target.path("expr").asString(), variables),
                        LABEL.matcher(target.path("legendFormat").asString())
                                .results()
                                .map(label -> label.group(1))
                                .collect(Collectors.toCollection(TreeSet::new))));
    }

    private static String sent(String expression, JsonNode variables) {
        var sent = expression;
        for (var interval : INTERVALS.entrySet()) {
            sent = sent.replace(interval.getKey(), interval.getValue());
        }
        for (var variable : variables) {
            sent = sent.replace(
                    '$' + variable.path("name").asString(),
                    variable.path("allValue").asString());
        }
        return sent;
    }
}
