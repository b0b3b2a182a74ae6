package remfunnel.systemtests.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import remfunnel.systemtests.Needed;

class AlertsTest {
    private static final Path CASES = Documents.ROOT.resolve("monitoring/rules-tests");
    private static final Pattern JOB = Pattern.compile("\\bjob\\s*(?:=|!)");
    private static final Pattern HEADING = Pattern.compile("(?m)^### (Remfunnel\\S+)$");

    @Test
    void eachHasItsSectionAndEachSectionItsAlert() throws IOException {
        var alerts = Documents.alerts().toList();

        assertThat(HEADING.matcher(Documents.operations()).results().map(heading -> heading.group(1)))
                .containsExactlyInAnyOrderElementsOf(alerts.stream()
                        .map(alert -> alert.path("alert").asString())
                        .toList());
        assertThat(alerts)
                .hasSizeGreaterThan(9)
                .allSatisfy(
                        alert -> assertThat(alert.at("/annotations/runbook_url").asString())
                                .isEqualTo("docs/operations.md#"
                                        + alert.path("alert").asString().toLowerCase(Locale.ROOT)));
    }

    /** Jobs are called as whoever runs Prometheus likes. */
    @Test
    void noneAndNoPanelAsksForTheNameOfAJob() throws IOException {
        assertThat(Documents.questions())
                .noneMatch(question -> JOB.matcher(question).find());
    }

    @Test
    void eachIsTriedByPrometheusOwnTool() throws Exception {
        String tried =
                Files.readString(CASES.resolve("services.yml")) + Files.readString(CASES.resolve("connectors.yml"));
        assertThat(Documents.alerts())
                .allSatisfy(alert -> assertThat(tried)
                        .containsPattern("alertname: " + alert.path("alert").asString()
                                + "\\n +exp_alerts:\\n +- exp_labels: \\{severity: "
                                + alert.at("/labels/severity").asString()));
        Needed.here(Installed.is("promtool"), "promtool, of Debian's package prometheus, is installed");

        var tool = new ProcessBuilder("promtool", "test", "rules", "services.yml", "connectors.yml")
                .directory(CASES.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(tool.waitFor()).as(said).isZero();
    }
}
