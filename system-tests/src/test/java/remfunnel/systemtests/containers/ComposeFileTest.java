package remfunnel.systemtests.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What docker-compose.yml, .env.example and docs/operations.md promise of the containers, without starting one. */
class ComposeFileTest {
    /** Of those that docker-compose 1.29 knows; what is put here has to be one of them. */
    private static final Set<String> WORDS_OF_A_SERVICE = Set.of(
            "build",
            "cap_drop",
            "command",
            "depends_on",
            "entrypoint",
            "environment",
            "healthcheck",
            "image",
            "init",
            "logging",
            "mem_limit",
            "network_mode",
            "ports",
            "profiles",
            "read_only",
            "restart",
            "security_opt",
            "stop_grace_period",
            "tmpfs",
            "user",
            "volumes");

    private static final String HEALTHY = "service_healthy";
    private static final String COMPLETED = "service_completed_successfully";

    /**
     * The wizard, the connectors and the export are there while transform restores its state, be it for hours; and who measures is there to
     * tell that others are not.
     */
    private static final Map<String, Set<String>> WORKS_WITHOUT = Map.of(
            "config-service", Set.of("transform-streams"),
            "prometheus", Set.of("config-service", "ingest-service", "transform-streams"));

    private static final Pattern REFERENCE = Pattern.compile("\\$\\$|\\$(\\{[^}]*})?");
    private static final Pattern PLAIN_REFERENCE = Pattern.compile("\\$\\$|\\$\\{[A-Z_]+(:-[^${}]*)?}");
    private static final Pattern SECRET = Pattern.compile("PASSWORD|SECRET|TOKEN|KEY|CREDENTIAL");
    private static final Pattern SECRET_IN_TEXT =
            Pattern.compile("(?i)://[^/\\s:@]+:[^/\\s@]+@|--(?:api-)?(?:password|secret|token|key)[= ]");
    private static final Pattern PORT = Pattern.compile(
            "\\$\\{REMFUNNEL_BIND:-127\\.0\\.0\\.1}:" + "\\$\\{(REMFUNNEL_[A-Z]+_PORT|REMFUNNEL_PORT):-[0-9]+}:[0-9]+");

    static List<ComposeService> services() {
        return ComposeFile.services();
    }

    static List<ComposeService> longRunning() {
        return services().stream().filter(ComposeService::isLongRunning).toList();
    }

    @ParameterizedTest
    @MethodSource("services")
    void hasNoRightsThatItDoesNotNeed(ComposeService service) {
        assertThat(service.user()).matches("[1-9][0-9]*:[0-9]+");
        assertThat(service.text("read_only")).isEqualTo("true");
        assertThat(service.texts("cap_drop")).containsExactly("ALL");
        assertThat(service.texts("security_opt")).containsExactly("no-new-privileges:true");
        assertThat(service.text("network_mode")).isIn("", "none");
    }

    @ParameterizedTest
    @MethodSource("services")
    void takesNoMoreThanItIsGiven(ComposeService service) {
        assertThat(service.text("mem_limit")).matches("(\\$\\{REMFUNNEL_[A-Z]+_MEMORY:-)?[1-9][0-9]*[mg]}?");
        assertThat(service.content().at("/logging/options").propertyNames())
                .containsExactlyInAnyOrder("max-size", "max-file");
    }

    @ParameterizedTest
    @MethodSource("longRunning")
    void isAskedForItsHealthAndMayTakeItsTimeToStart(ComposeService service) {
        assertThat(service.healthCheck()).contains("interval", "timeout", "start_period", "retries");
        assertThat(service.text("stop_grace_period")).isNotEmpty();
    }

    /** One that is to end and is asked for its health, or the other way round, would be waited for without end. */
    @ParameterizedTest
    @MethodSource("services")
    void waitsForTheHealthOfWhatRunsAndForTheEndOfWhatEnds(ComposeService service) {
        assertThat(service.dependencies()).allSatisfy((name, condition) -> {
            var other = ComposeFile.service(name);
            assertThat(condition).as(name).isEqualTo(other.isLongRunning() ? HEALTHY : COMPLETED);
            assertThat(service.texts("profiles")).as(name).containsAll(other.texts("profiles"));
        });
    }

    @ParameterizedTest
    @MethodSource("services")
    void waitsForWhomItAsksAndForWhoeverWritesWhatItReads(ComposeService service) {
        var told = Stream.concat(service.environment().values().stream().flatMap(Optional::stream), service.files())
                .toList();
        var asked = services().stream()
                .map(ComposeService::name)
                .filter(other -> !other.equals(service.name()))
                .filter(other ->
                        !WORKS_WITHOUT.getOrDefault(service.name(), Set.of()).contains(other))
                .filter(other -> told.stream()
                        .anyMatch(Pattern.compile("(?<![\\w.-])" + other + ":[0-9]+")
                                .asPredicate()));
        var written = service.volumes(true)
                .flatMap(volume -> writers(volume.source()))
                .map(ComposeService::name);

        assertThat(service.dependencies().keySet())
                .containsAll(Stream.concat(asked, written).toList());
    }

    private static Stream<ComposeService> writers(String volume) {
        return services().stream()
                .filter(service ->
                        service.volumes(false).anyMatch(mount -> mount.source().equals(volume)));
    }

    @Test
    void everyVolumeIsOfOneWriterSaysWhatItKeepsAndStandsInTheDocuments() {
        var lines = ComposeFile.text().lines().toList();
        var documented = ComposeFile.text("docs/operations.md")
                .lines()
                .dropWhile(line -> !line.startsWith("- Volumes: "))
                .limit(3)
                .collect(Collectors.joining(" "));

        assertThat(services().stream().flatMap(service -> Stream.concat(service.volumes(true), service.volumes(false))))
                .extracting(ComposeService.Mount::source)
                .hasSameElementsAs(ComposeFile.volumes());
        assertThat(ComposeFile.volumes()).allSatisfy(volume -> {
            assertThat(writers(volume)).as(volume).hasSize(1);
            assertThat(lines.get(lines.lastIndexOf("  " + volume + ":") - 1))
                    .as(volume)
                    .startsWith("  # ");
            assertThat(documented).contains("`" + volume + "` (");
        });
    }

    @ParameterizedTest
    @MethodSource("services")
    void whatIsOfTheProjectIsThereAndOnlyRead(ComposeService service) {
        assertThat(service.mounts()).filteredOn(mount -> !mount.isVolume()).allSatisfy(mount -> {
            assertThat(mount.source()).startsWith("./");
            assertThat(Files.exists(ComposeFile.ROOT.resolve(mount.source())))
                    .as(mount.source())
                    .isTrue();
            assertThat(mount.isReadOnly()).as(mount.source()).isTrue();
        });
    }

    @ParameterizedTest
    @MethodSource("services")
    void isReachedFromThisMachineAloneUnlessToldOtherwise(ComposeService service) {
        assertThat(service.texts("ports")).allMatch(port -> PORT.matcher(port).matches());
    }

    @Test
    void noTwoTakeOnePort() {
        assertThat(services().stream()
                        .flatMap(service -> service.texts("ports").stream())
                        .map(port -> port.replaceFirst(":[0-9]+$", "")))
                .hasSizeGreaterThan(2)
                .doesNotHaveDuplicates();
    }

    /** Switches, and names of files, are none. */
    @ParameterizedTest
    @MethodSource("services")
    void noSecretIsWrittenDown(ComposeService service) {
        assertThat(service.environment().entrySet())
                .filteredOn(each ->
                        SECRET.matcher(each.getKey()).find() && !each.getKey().endsWith("_FILE"))
                .allSatisfy(each -> assertThat(each.getValue().orElse(""))
                        .as(each.getKey())
                        .matches("|true|false|\\$\\{[A-Z_]+(:-)?}"));
    }

    @Test
    void noAddressAndNoCommandBearsASecret() {
        assertThat(SECRET_IN_TEXT.matcher(ComposeFile.withoutComments()).results())
                .map(MatchResult::group)
                .isEmpty();
    }

    @Test
    void whatMayBeSetIsListedWithWhatHoldsWithoutAndNothingElseIs() {
        var handedOn = services().stream()
                .flatMap(service -> service.environment().entrySet().stream())
                .filter(each -> each.getValue().isEmpty())
                .map(Map.Entry::getKey);
        var known = new TreeSet<>(ComposeFile.variables().keySet());
        known.addAll(handedOn.toList());

        assertThat(ComposeFile.listed().keySet()).containsExactlyInAnyOrderElementsOf(known);
        assertThat(ComposeFile.variables())
                .hasSizeGreaterThan(15)
                .allSatisfy((variable, defaults) -> assertThat(defaults)
                        .as(variable)
                        .containsExactly(ComposeFile.listed().get(variable)));
    }

    @Test
    void everythingListedIsExplained() {
        assertThat(ComposeFile.paragraphsOfTheList()).allMatch(paragraph -> paragraph.startsWith("# "));
    }

    @Test
    void isWrittenInTheWordsOfTheFormerProgram() {
        assertThat(ComposeFile.parsed().propertyNames())
                .allMatch(word -> Set.of("services", "volumes").contains(word) || word.startsWith("x-"));
        assertThat(services()).hasSizeGreaterThan(5).allSatisfy(service -> {
            assertThat(WORDS_OF_A_SERVICE).containsAll(service.content().propertyNames());
            assertThat(service.content().path("depends_on").valueStream())
                    .allSatisfy(each -> assertThat(each.propertyNames()).containsExactly("condition"));
        });
        assertThat(REFERENCE.matcher(ComposeFile.withoutComments()).results())
                .map(MatchResult::group)
                .allMatch(reference -> PLAIN_REFERENCE.matcher(reference).matches());
    }

    /** No engine is asked: the program reads the file and says what it takes it for. */
    @Test
    void theFormerProgramTakesItWithAllProfiles() {
        var version = ContainerEngine.run(Map.of(), "docker-compose", "version", "--short");
        assumeThat(version.said()).as("docker-compose 1.29 is installed").startsWith("1.29");

        var read = ContainerEngine.run(
                Map.of(),
                List.of(
                        "docker-compose",
                        "--env-file",
                        ".env.example",
                        "--profile",
                        "demo",
                        "--profile",
                        "monitoring",
                        "config"));

        assertThat(read.isFine()).as(read.said()).isTrue();
        assertThat(services()).allSatisfy(service -> assertThat(read.said()).contains("\n  " + service.name() + ":\n"));
    }
}
