package remfunnel.config.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import remfunnel.config.Check;
import remfunnel.config.Facts;
import remfunnel.config.RegistryThatGoes;
import remfunnel.config.Service;
import remfunnel.config.document.Documents;
import remfunnel.schemas.Topics;

@ExtendWith(OutputCaptureExtension.class)
class CommandsIT {
    private static final String KEY = "k3y-0f-the-sh0p";
    private static Service service;

    @TempDir
    private Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Terminal terminal = new Terminal(
            new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));

    @Command(name = "remfunnel")
    private static final class Program {}

    @BeforeAll
    static void start(@TempDir Path directory) {
        service = new Service(directory);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private Path example(String id) throws IOException {
        return Files.writeString(
                directory.resolve("connector.yaml"), Documents.example().replace("tver-repair", id));
    }

    private int run(String... words) {
        return execute(RemfunnelCommands.addTo(new CommandLine(new Program()), terminal), List.of(words));
    }

    private int apply(Pause pause, Path file, String... more) {
        ApplyCommand apply = new ApplyCommand(terminal, pause, Map.of("REMONLINE_API_KEY", KEY));
        List<String> words = new ArrayList<>(List.of("apply", file.toString()));
        words.addAll(Arrays.asList(more));
        CommandLine program = RemfunnelCommands.addTo(new CommandLine(new Program()), terminal);
        program.getCommandSpec().removeSubcommand("apply");
        return execute(
                program.addSubcommand(apply).setExecutionExceptionHandler(program.getExecutionExceptionHandler()),
                words);
    }

    private int execute(CommandLine program, List<String> words) {
        out.reset();
        err.reset();
        List<String> all = new ArrayList<>(words);
        all.add("--url");
        all.add(service.url().toString());
        return program.execute(all.toArray(String[]::new));
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String complained() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void connectsLearnsTheNamesAndCompletesAConnectorNeverSeen(CapturedOutput output) throws IOException {
        int code = apply(new Others(service, "never-seen"), example("never-seen"));

        assertThat(complained()).contains("connecting", "waiting for the source's names", "restating, 5 of 10");
        assertThat(said()).contains("never-seen: applied, revision ");
        assertThat(code).isZero();
        assertThat(service.get("/api/connectors/never-seen/configuration").body())
                .contains("900103", "120001", "130002");
        assertThat(said() + complained() + output.getAll()).doesNotContain(KEY);
    }

    @Test
    void changesNothingWhenTheSameFileComesAgain() throws IOException {
        apply(new Others(service, "same"), example("same"));
        long revision = service.json("/api/connectors/same").path("revision").asLong();

        int code = apply(new Others(service, "same"), example("same"));

        assertThat(said()).isEqualTo("same: nothing changed, revision " + revision + System.lineSeparator());
        assertThat(code).isZero();
        assertThat(service.json("/api/connectors/same").path("latest-revision").asLong())
                .isEqualTo(revision);
    }

    @Test
    void showsAllThatIsWrongWithItsLine() throws IOException {
        apply(new Others(service, "wrong"), example("wrong"));
        Path file = Files.writeString(
                directory.resolve("wrong.yaml"),
                Documents.example()
                        .replace("tver-repair", "wrong")
                        .replace("revenue: total", "revenue: totall")
                        .replace("brand]", "brnd]"));

        int code = apply(new Others(service, "wrong"), file);

        assertThat(code).isEqualTo(1);
        assertThat(complained())
                .contains("wrong.yaml:26: calculation.revenue", "dimensions[2]")
                .doesNotContain("\tat ");
    }

    @Test
    void saysThatTheSourceRefusesTheKey() throws IOException {
        int code = apply(new Others(service, "refused").refusingTheKey(), example("refused"));

        assertThat(code).isEqualTo(1);
        assertThat(complained())
                .contains("(KEY_REFUSED) There is no key yet.", "refuses the API key. Wrong key.")
                .doesNotContain(KEY);
    }

    @Test
    void givesUpAfterItsTimeout() throws IOException {
        int code = apply(pause -> {}, example("timeout"), "--timeout", "3s");

        assertThat(code).isEqualTo(1);
        assertThat(complained()).contains("names did not come within 3 s", "./remfunnel status timeout");
    }

    @Test
    void showsConnectorsAsATable() throws IOException {
        apply(new Others(service, "table"), example("table"));

        int one = run("status", "table");
        String table = said();
        int nobody = run("status", "nobody");

        assertThat(one).isZero();
        assertThat(table).contains("CONNECTOR", "Мастерская на Тверской", "CONNECTED", "orders 10");
        assertThat(nobody).isEqualTo(1);
        assertThat(complained()).contains("no connector 'nobody'");
        assertThat(run("status", "--json")).isZero();
        assertThat(Service.JSON.readTree(said()).isArray()).isTrue();
    }

    @Test
    void saysPlainlyWhatIsWrongWithAnAddressOrAnId() {
        int spaced = run("status", "no such shop");
        String complaint = complained();

        int schemeless = new CommandLine(new Program())
                .addSubcommand(new StatusCommand(terminal))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .execute("status", "--url", "localhost:8080");

        assertThat(spaced).isEqualTo(1);
        assertThat(complaint).contains("no connector 'no such shop'").doesNotContain("\tat ");
        assertThat(schemeless).isEqualTo(2);
        assertThat(complained()).contains("for example http://localhost:8080");
    }

    @Test
    void pausesResumesAndRemoves() throws IOException {
        apply(new Others(service, "paused"), example("paused"));

        int paused = run("connectors", "pause", "paused");
        boolean enabled = service.json("/api/connectors/paused")
                .path("pending")
                .path("configuration")
                .path("enabled")
                .asBoolean();
        int removed = run("connectors", "remove", "paused");

        assertThat(paused + removed).isZero();
        assertThat(enabled).isFalse();
        assertThat(service.get("/api/connectors/paused").statusCode()).isEqualTo(404);
    }

    @Test
    void exportsToAFile() throws IOException {
        Path file = directory.resolve("facts.jsonl");

        int code = run("export", "facts", "--output", file.toString());

        assertThat(code).isZero();
        assertThat(file).isEmptyFile();
        assertThat(run("export", "facts", "--connector", "nobody")).isEqualTo(1);
        assertThat(run("export", "orders")).isEqualTo(2);
    }

    @Test
    void leavesNoShortFileWhenAnExportBreaksOff() throws IOException {
        apply(new Others(service, "breaks"), example("breaks"));
        for (int order = 0; order < 500; order++) {
            service.produce(Topics.FACTS, "breaks/" + order, Facts.of("breaks", order));
        }
        service.produceBytes(Topics.FACTS, "breaks/last", RegistryThatGoes.needed());
        Path file = directory.resolve("short.jsonl");

        int toFile = run("export", "facts", "--connector", "breaks", "--output", file.toString());
        String complaint = complained();
        int toOutput = run("export", "facts", "--connector", "breaks");

        assertThat(toFile).isEqualTo(1);
        assertThat(toOutput).isEqualTo(1);
        assertThat(complaint).contains("broke off and is incomplete");
        assertThat(complained()).contains("broke off and is incomplete");
        assertThat(said()).contains("\"order_id\":1,");
        assertThat(file).doesNotExist();
    }

    @Test
    void examinesWhatItSees() throws IOException {
        apply(new Others(service, "examined"), example("examined"));

        await().atMost(Duration.ofMinutes(3)).untilAsserted(() -> {
            List<Check> checks = new Doctor(service.url()).run();
            assertThat(checks)
                    .filteredOn(check ->
                            check.name().equals("broker") || check.name().startsWith("examined: "))
                    .extracting(Check::verdict)
                    .startsWith(Check.Verdict.OK)
                    .hasSizeGreaterThanOrEqualTo(5);
            assertThat(checks)
                    .filteredOn(check -> check.name().equals("examined: statuses"))
                    .singleElement()
                    .satisfies(check -> assertThat(check.detail()).contains("all 7"));
        });
    }

    @Test
    void comparesTheClocksByWhatIngestNoted() throws IOException {
        var others = new Others(service, "timed");
        apply(others, example("timed"));

        others.polls(1_500);
        var near = clock("timed");
        others.polls(-600_000);
        await().atMost(Duration.ofMinutes(3)).until(() -> clock("timed").verdict() == Check.Verdict.WARN);

        assertThat(near.verdict()).isEqualTo(Check.Verdict.OK);
        assertThat(clock("timed").detail()).contains("-600000 ms");
    }

    private static Check clock(String id) {
        return new Doctor(service.url())
                .run().stream()
                        .filter(check -> check.name().equals(id + ": clock"))
                        .findFirst()
                        .orElseThrow();
    }
}
