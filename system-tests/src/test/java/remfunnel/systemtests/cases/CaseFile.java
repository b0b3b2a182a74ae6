package remfunnel.systemtests.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.Yaml;
import remfunnel.systemtests.steps.Vocabulary;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A case as its folder tells it: a title and steps. */
record CaseFile(Path folder, String title, List<Named> steps) {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    /** A step with the words of the file, for people. */
    record Named(String words, Step step) {}

    static List<CaseFile> in(Path folder) {
        try (var folders = Files.list(folder)) {
            return folders.filter(Files::isDirectory)
                    .sorted()
                    .map(CaseFile::read)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static CaseFile read(Path folder) {
        JsonNode file = YAML.valueToTree(parsed(folder.resolve("case.yaml")));
        List<Named> steps = new ArrayList<>();
        file.path("steps").forEach(node -> steps.add(step(folder, node)));
        return new CaseFile(folder, file.path("title").asString(), List.copyOf(steps));
    }

    /** Jackson knows no anchors, and cases say what they expect once. */
    private static Object parsed(Path file) {
        try {
            return new Yaml().load(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Named step(Path folder, JsonNode node) {
        var entry = node.properties().iterator().next();
        var words = Vocabulary.words();
        if (node.size() != 1 || !words.containsKey(entry.getKey())) {
            throw new IllegalArgumentException(
                    folder + ": there is no step " + entry.getKey() + " in " + words.keySet());
        }
        return new Named(node.toString(), YAML.treeToValue(entry.getValue(), words.get(entry.getKey())));
    }

    void run(World world) {
        for (Named named : steps) {
            try {
                named.step().run(world);
            } catch (AssertionError | RuntimeException failure) {
                throw new AssertionError(title + "\nat " + named.words() + "\n" + failure.getMessage(), failure);
            }
        }
    }
}
