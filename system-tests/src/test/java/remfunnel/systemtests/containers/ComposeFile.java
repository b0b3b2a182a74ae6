package remfunnel.systemtests.containers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** docker-compose.yml as an engine reads it, with what was put in by reference, and the .env.example beside it. */
final class ComposeFile {
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern COMMENT = Pattern.compile("(?m)^ *#.*\\R");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)(?::-([^${}]*))?}");
    private static final Pattern LISTED = Pattern.compile("(?m)^#?([A-Z_]+)=(.*)$");
    private static final Pattern BLANK_LINE = Pattern.compile("\\R\\R+");

    private ComposeFile() {}

    static String text() {
        return text("docker-compose.yml");
    }

    static String text(String file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Of a file, or of all in a folder. */
    static Stream<String> texts(String place) {
        try (var files = Files.walk(ROOT.resolve(place))) {
            return files
                    .filter(Files::isRegularFile)
                    .map(file -> text(ROOT.relativize(file.normalize()).toString()))
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String withoutComments() {
        return COMMENT.matcher(text()).replaceAll("");
    }

    static JsonNode parsed() {
        return JSON.valueToTree(new Yaml(new SafeConstructor(new LoaderOptions())).load(text()));
    }

    static List<ComposeService> services() {
        return parsed().path("services").properties().stream()
                .map(each -> new ComposeService(each.getKey(), each.getValue()))
                .toList();
    }

    static ComposeService service(String name) {
        return services().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no service " + name));
    }

    static Set<String> volumes() {
        return parsed().path("volumes").propertyNames().stream().collect(Collectors.toCollection(TreeSet::new));
    }

    /** Each variable that is filled in, with all that holds where it is not set. */
    static Map<String, Set<String>> variables() {
        return VARIABLE.matcher(withoutComments())
                .results()
                .collect(Collectors.groupingBy(
                        found -> found.group(1),
                        TreeMap::new,
                        Collectors.mapping(
                                found -> String.valueOf(found.group(2)), Collectors.toCollection(TreeSet::new))));
    }

    /** What may be set, with what stands there. */
    static Map<String, String> listed() {
        return LISTED.matcher(text(".env.example"))
                .results()
                .collect(Collectors.toMap(line -> line.group(1), line -> line.group(2)));
    }

    static Stream<String> paragraphsOfTheList() {
        return BLANK_LINE.splitAsStream(text(".env.example").strip());
    }
}
