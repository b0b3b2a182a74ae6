package remfunnel.standalone.acls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class AclsCommandTest {
    @Test
    void printsCommandsWithTheNamesThatAreGiven() {
        assertThat(run("--transform", "User:CN=a, O=b", "--application-id", "trial", "--output-prefix", "trial."))
                .contains(
                        "--add --allow-principal 'User:CN=a, O=b' --operation Write --operation Create --topic trial.funnel.facts\n")
                .contains(" --operation Read --group trial\n")
                .contains("--allow-principal User:config --operation Describe --group trial\n")
                .contains(" --operation Write --transactional-id trial- --resource-pattern-type prefixed\n")
                .contains("--operation Describe --operation DescribeConfigs --topic funnel.facts\n");
    }

    @Test
    void aTableSaysTheSame() {
        assertThat(run("--format", "table", "--consumer", "User:bi", "--consumer-groups", "bi."))
                .containsPattern("(?m)^User:ingest +Topic +remonline\\.orders +Write, Create, DescribeConfigs$")
                .containsPattern("(?m)^User:config +Topic +remonline\\.orders +Describe, DescribeConfigs$")
                .containsPattern("(?m)^User:config +Group +remfunnel-transform +Describe$")
                .containsPattern("(?m)^User:bi +Topic +funnel\\.facts +Read$")
                .containsPattern("(?m)^User:bi +Group +bi\\.\\* +Read$")
                .doesNotContain("# ");
    }

    @Test
    void nobodyButTheServiceMayReadCredentials() {
        assertThat(run("--format", "table", "--consumer", "User:bi", "--replay", "User:ops")
                        .lines()
                        .filter(line -> line.contains("funnel.credentials") || line.contains("config.users"))
                        .map(line -> line.split(" ", 2)[0]))
                .containsExactly("User:ingest", "User:config", "User:config");
    }

    @Test
    void whoeverReplaysTakesAwayWhatWasDerivedBesideAndNothingThatOthersRead() {
        assertThat(run("--format", "table", "--replay", "User:ops")
                        .lines()
                        .filter(line -> line.contains("Delete") && !line.startsWith("User:transform ")))
                .allMatch(line -> line.startsWith("User:ops "))
                .allMatch(line -> line.contains(" beside.") || line.contains(" remfunnel-transform-* "))
                .anyMatch(line -> line.contains(" beside.funnel.facts "))
                .anyMatch(line -> line.contains("Group") && line.contains(" beside.remfunnel-transform "));
    }

    private static String run(String... arguments) {
        var written = new StringWriter();
        int code = new CommandLine(new AclsCommand())
                .setOut(new PrintWriter(written))
                .execute(arguments);
        assertThat(code).isZero();
        return written.toString();
    }
}
