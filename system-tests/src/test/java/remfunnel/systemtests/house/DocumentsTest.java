package remfunnel.systemtests.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import remfunnel.schemas.SharedSettings;

class DocumentsTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)(#[^)]*)?\\)");
    private static final Pattern WORDS = Pattern.compile("[ =]");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern QUOTE = Pattern.compile("(?s)```java\n(.*?)```");
    private static final Pattern SHELL = Pattern.compile("(?s)```sh\n(.*?)```");
    private static final Pattern COMMAND = Pattern.compile("(?m)^(?:[A-Z_]+=\\S+ )?\\./remfunnel (\\S+)(.*)$");

    private static final List<String> SETTINGS_FILES = List.of(
            "ingest-service/src/main/resources/ingest.yaml",
            "transform-streams/src/main/resources/transform.yaml",
            "config-service/src/main/resources/config.yaml");

    static Stream<Path> documents() throws IOException {
        try (var docs = Files.list(ROOT.resolve("docs"))) {
            var pages = docs.filter(file -> file.toString().endsWith(".md")).toList();
            return Stream.concat(Stream.of(ROOT.resolve("README.md"), ROOT.resolve("CONTRIBUTING.md")), pages.stream());
        }
    }

    @Test
    void readmeIsShort() throws IOException {
        assertThat(Files.readAllLines(ROOT.resolve("README.md"))).hasSizeLessThan(120);
    }

    @Test
    void readmeQuotesTheSourceAsItIs() throws IOException {
        var source = inOneLine(committed()
                .filter(file -> file.endsWith(".java") && file.contains("/main/"))
                .map(DocumentsTest::latin)
                .collect(Collectors.joining()));
        var quotes = QUOTE.matcher(latin("README.md"))
                .results()
                .map(quote -> inOneLine(quote.group(1)))
                .toList();

        assertThat(quotes)
                .isNotEmpty()
                .allSatisfy(
                        quote -> assertThat(source.contains(quote)).as(quote).isTrue());
    }

    private static String inOneLine(String text) {
        return SPACE.matcher(text).replaceAll(" ").strip();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void linksLeadSomewhere(Path document) throws IOException {
        var targets = LINK.matcher(Files.readString(document))
                .results()
                .map(link -> link.group(1))
                .filter(target -> !target.contains("://"))
                .toList();

        assertThat(targets)
                .allSatisfy(target ->
                        assertThat(document.resolveSibling(target)).as(target).exists());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void commandsAndTheirOptionsExist(Path document) throws Exception {
        var program = program();
        var blocks = SHELL.matcher(Files.readString(document))
                .results()
                .map(block -> block.group(1))
                .collect(Collectors.joining("\n"));

        COMMAND.matcher(blocks).results().forEach(command -> {
            var subcommand = program.getSubcommands().get(command.group(1));
            assertThat(subcommand).as(command.group()).isNotNull();
            assertThat(WORDS.splitAsStream(command.group(2)).filter(word -> word.startsWith("--")))
                    .as(command.group())
                    .allSatisfy(option -> assertThat(subcommand.getCommandSpec().findOption(option))
                            .isNotNull());
        });
    }

    @Test
    void everySettingIsDocumentedWithItsEnvironmentNameAndDefault() throws Exception {
        String page = Files.readString(ROOT.resolve("docs/configuration.md"));

        assertThat(settings().defaults()).hasSizeGreaterThan(25).allSatisfy((name, usual) -> {
            var row = Pattern.compile("(?m)^\\| `" + Pattern.quote(name) + "` \\| `" + Settings.environment(name)
                            + "(?:_\\*)?` \\| `?([^|`]+)`? \\|")
                    .matcher(page);
            assertThat(row.find()).as("a row of %s", name).isTrue();
            usual.map(value -> value.isEmpty() ? "none" : value)
                    .ifPresent(value -> assertThat(row.group(1)).as(name).isEqualTo(value));
        });
    }

    @Test
    void everyDocumentedSettingExists() throws Exception {
        var documented = Pattern.compile("(?m)^\\| `(remfunnel\\.[a-z.-]+)` ")
                .matcher(Files.readString(ROOT.resolve("docs/configuration.md")))
                .results()
                .map(row -> row.group(1))
                .toList();

        assertThat(settings().defaults().keySet()).containsAll(documented);
    }

    @Test
    void noCommittedFileNamesAPathOfOneMachine() throws Exception {
        List<String> places = List.of("/wor" + "k/", "/tmp/" + "wt", "/home/" + "ubuntu");
        Set<String> suspects = committed()
                .filter(file -> Files.isRegularFile(ROOT.resolve(file)))
                .filter(file -> places.stream().anyMatch(latin(file)::contains))
                .collect(Collectors.toSet());

        assertThat(suspects).isEmpty();
    }

    private static Settings settings() throws Exception {
        var settings = new Settings()
                .bound(SharedSettings.class, "remfunnel")
                .bound("remfunnel.ingest.IngestSettings")
                .bound("remfunnel.transform.TransformSettings")
                .bound("remfunnel.config.openid.OpenIdSettings");
        for (var file : SETTINGS_FILES) {
            settings.placeholders(ROOT.resolve(file));
        }
        return settings;
    }

    /** As Main puts it together; it is the one class of standalone that nobody else needs to see whole. */
    private static CommandLine program() throws Exception {
        var method = Class.forName("remfunnel.standalone.Main").getDeclaredMethod("commandLine");
        method.setAccessible(true);
        return (CommandLine) method.invoke(null);
    }

    private static Stream<String> committed() throws IOException {
        var git = new ProcessBuilder("git", "ls-files").directory(ROOT.toFile()).start();
        try (var output = git.getInputStream()) {
            return new String(output.readAllBytes(), StandardCharsets.UTF_8).lines();
        }
    }

    /** Any bytes can be read so. */
    private static String latin(String file) {
        try {
            return Files.readString(ROOT.resolve(file), StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            return "";
        }
    }
}
