package remfunnel.systemtests.monitoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What docs/operations.md says of metrics and alerts, and what the rules and the dashboard ask for. */
final class Documents {
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    static final Path RULES = ROOT.resolve("monitoring/rules/remfunnel.yml");

    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `(remfunnel_[a-z_]+)` \\| (?:ingest|transform|config) \\| ([^|]*)\\|");
    private static final Pattern WORD = Pattern.compile("`([a-z_]+)`");
    private static final Pattern METRIC = Pattern.compile("\\b(?:remfunnel|kafka|jvm)_[a-z_]+\\b");

    private Documents() {}

    static String operations() throws IOException {
        return Files.readString(ROOT.resolve("docs/operations.md"));
    }

    /** Each metric of the table with its labels. */
    static Map<String, Set<String>> metrics() throws IOException {
        var rows = ROW.matcher(operations()).results();
        return rows.collect(Collectors.toMap(
                row -> row.group(1),
                row -> WORD.matcher(row.group(2))
                        .results()
                        .map(word -> word.group(1))
                        .collect(Collectors.toCollection(TreeSet::new)),
                (one, other) -> one,
                TreeMap::new));
    }

    static Stream<JsonNode> alerts() throws IOException {
        return YAMLMapper.builder()
                .build()
                .readTree(Files.readString(RULES))
                .path("groups")
                .valueStream()
                .flatMap(group -> group.path("rules").valueStream());
    }

    static JsonNode dashboard() throws IOException {
        return JsonMapper.builder()
                .build()
                .readTree(Files.readString(ROOT.resolve("monitoring/grafana/dashboards/remfunnel.json")));
    }

    /** What the rules and the dashboard ask Prometheus for. */
    static Stream<String> questions() throws IOException {
        return Stream.concat(
                alerts().map(alert -> alert.path("expr").asString()),
                Panel.all().map(Panel::expression));
    }

    /** Every metric that a rule or a panel asks for. */
    static Set<String> asked() throws IOException {
        return questions()
                .flatMap(question -> METRIC.matcher(question).results())
                .map(MatchResult::group)
                .map(name -> name.replaceFirst("_seconds_(?:count|sum)$", "_seconds"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
