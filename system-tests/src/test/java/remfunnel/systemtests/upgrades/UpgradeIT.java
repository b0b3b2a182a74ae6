package remfunnel.systemtests.upgrades;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import remfunnel.systemtests.Patience;
import remfunnel.systemtests.kills.LocalMachine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** This version started on the data that a released one wrote ({@link ReleasedData}): the same facts, and it goes on. */
class UpgradeIT {
    private static final Path RELEASES = Path.of("src/test/resources/releases");

    @TempDir
    private Path directory;

    static List<Path> releases() throws IOException {
        try (Stream<Path> folders = Files.list(RELEASES)) {
            return folders.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("releases")
    void findsTheSameAndGoesOn(Path release) throws IOException {
        var data = directory.resolve("data");
        Archive.unpack(release.resolve("data.zip"), data);
        try (var account = Account.asTheReleaseLeftIt();
                var machine =
                        LocalMachine.thatPolls(account.shop().url(), data, "from-" + release.getFileName() + ".log")) {
            machine.startAndWait();
            var exports = new Exports(machine.ports().getLast());

            for (var what : Exports.ALL) {
                assertThat(rows(exports.lines(what), release.resolve(what + ".jsonl")))
                        .as(what)
                        .containsExactlyInAnyOrderElementsOf(released(release, what));
            }

            account.live();
            Awaitility.await("what changed since")
                    .atMost(Patience.OF_A_TEST)
                    .pollInSameThread()
                    .untilAsserted(() -> assertThat(exports.facts()).isEqualTo(account.truth()));
            assertThat(machine.said()).noneMatch(line -> line.startsWith("\tat "));
        }
    }

    private static List<JsonNode> released(Path release, String what) throws IOException {
        return Files.readAllLines(release.resolve(what + ".jsonl")).stream()
                .map(Exports::row)
                .toList();
    }

    /** A later version may tell more of each: what it tells beside is no difference. */
    private static List<JsonNode> rows(List<String> lines, Path released) throws IOException {
        var known = Exports.row(Files.readAllLines(released).getFirst()).propertyNames();
        return lines.stream()
                .map(Exports::row)
                .map(row -> (JsonNode) ((ObjectNode) row).retain(known))
                .toList();
    }
}
