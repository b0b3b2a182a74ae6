package remfunnel.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import remfunnel.benchmarks.harness.Figure;
import remfunnel.benchmarks.harness.Scale;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What one benchmark found, for people and as JSON. */
record Report(String name, Scale scale, Map<String, String> machine, List<Figure> figures) {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, JSON.writeValueAsString(asMap()) + "\n");
    }

    private Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("benchmark", name);
        map.put("scale", scale.name());
        map.put("machine", machine);
        map.put("figures", figures.stream().map(Report::asMap).toList());
        return map;
    }

    private static Map<String, Object> asMap(Figure figure) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("what", figure.what());
        map.put("value", Rounded.of(figure.value()));
        map.put("unit", figure.unit());
        figure.spread().ifPresent(spread -> {
            map.put("lowest", Rounded.of(spread.lowest()));
            map.put("highest", Rounded.of(spread.highest()));
        });
        figure.goal().ifPresent(goal -> {
            map.put("goal", goal.toString());
            map.put("met", goal.isMetBy(figure.value()));
        });
        return map;
    }

    /** A Markdown table, which reads as plain text too. */
    String table() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(name, "figure", "rounds", "goal"));
        figures.forEach(figure -> rows.add(List.of(figure.what(), number(figure), rounds(figure), goal(figure))));
        return Table.of(rows);
    }

    private static String number(Figure figure) {
        return (Rounded.text(figure.value()) + " " + figure.unit()).strip();
    }

    private static String rounds(Figure figure) {
        return figure.spread()
                .map(spread -> Rounded.text(spread.lowest()) + " to " + Rounded.text(spread.highest()))
                .orElse("");
    }

    private static String goal(Figure figure) {
        return figure.goal()
                .map(goal -> goal + (goal.isMetBy(figure.value()) ? ", met" : ", missed"))
                .orElse("");
    }
}
