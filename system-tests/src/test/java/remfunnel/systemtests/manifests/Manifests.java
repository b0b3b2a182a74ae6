package remfunnel.systemtests.manifests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The objects that {@code kubernetes/} describes, and the files that they stand in. */
final class Manifests {
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    static final Path FOLDER = ROOT.resolve("kubernetes");

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern VARIABLE = Pattern.compile("(?m)^ +(?:- name: )?(REMFUNNEL_[A-Z_]+)(?::|$)");

    private Manifests() {}

    /** Everything that is applied. */
    static List<JsonNode> objects() {
        return texts(kustomization().path("resources"))
                .flatMap(file -> documents(FOLDER.resolve(file)))
                .toList();
    }

    static Stream<JsonNode> objects(String kind) {
        return objects().stream()
                .filter(object -> object.path("kind").asString().equals(kind));
    }

    static JsonNode object(String kind, String name) {
        return objects(kind)
                .filter(object -> name(object).equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " " + name));
    }

    static JsonNode kustomization() {
        return documents(FOLDER.resolve("kustomization.yaml")).findFirst().orElseThrow();
    }

    /** What runs pods: the deployments and the stateful set. */
    static List<JsonNode> workloads() {
        return objects().stream()
                .filter(object -> object.at("/spec/template").isObject())
                .toList();
    }

    static JsonNode container(JsonNode workload) {
        return workload.at("/spec/template/spec/containers/0");
    }

    static Optional<String> environment(JsonNode container, String variable) {
        return elements(container.path("env"))
                .filter(entry -> name(entry, "name").equals(variable))
                .map(entry -> name(entry, "value"))
                .findFirst();
    }

    static String name(JsonNode object) {
        return object.at("/metadata/name").asString();
    }

    static String name(JsonNode object, String field) {
        return object.path(field).asString("");
    }

    static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    static Stream<String> texts(JsonNode array) {
        return elements(array).map(JsonNode::asString);
    }

    static JsonNode parsed(String yaml) {
        return documents(yaml).findFirst().orElseThrow();
    }

    /** Every setting of ours that a file gives to a service. */
    static Stream<String> variables(Path file) {
        return VARIABLE.matcher(text(file)).results().map(found -> found.group(1));
    }

    private static Stream<JsonNode> documents(Path file) {
        return documents(text(file));
    }

    private static Stream<JsonNode> documents(String text) {
        var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        return StreamSupport.stream(yaml.loadAll(text).spliterator(), false).map(JSON::<JsonNode>valueToTree);
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(file + " cannot be read", e);
        }
    }
}
