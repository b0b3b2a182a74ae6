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

/** This version started on the data that an earlier one wrote ({@link ReleasedData}): it finds all of it, tells the same of it, and goes on. */
class UpgradeIT {
    private static final Path RELEASES = Path.of("src/test/resources/releases");

    /** What an explanation is of; how it is put may become another. */
    private static final List<String> EXPLAINED = List.of("standing", "revision", "event", "stage", "formulas", "fact");

    private static final List<String> SUMS = List.of("stages", "locations", "months");

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
            int port = machine.ports().getLast();

            exportsTheSame(new Exports(port), release);
            tellsTheSame(Person.owner(port), Kept.read(release));
            letsTheSameIn(port, Kept.read(release));
            goesOn(new Exports(port), account);

            new Tally(new Records(machine.bootstrapServers(), machine.ports().get(1)), account).isRight();
            assertThat(machine.said())
                    .noneMatch(line -> line.startsWith("\tat "))
                    .noneMatch(line -> line.startsWith("First login"));
        }
    }

    private static void exportsTheSame(Exports exports, Path release) throws IOException {
        for (var what : Exports.ALL) {
            var released = Told.rows(Files.readAllLines(release.resolve(what + ".jsonl")));
            assertThat(Told.asFarAs(released, Told.rows(exports.lines(what))))
                    .as(what)
                    .containsExactlyInAnyOrderElementsOf(released);
        }
    }

    private static void tellsTheSame(Person owner, Kept kept) {
        assertThat(Told.asFarAs(kept.history(), Kept.history(owner)))
                .as("history")
                .isEqualTo(kept.history());
        assertThat(kept.history())
                .extracting(entry -> entry.path("kind").asString())
                .contains("created", "changed");
        var sums = Told.only(SUMS, kept.funnel());
        assertThat(Told.asFarAs(sums, Kept.funnel(owner))).as("funnel").isEqualTo(sums);
        var explained = Kept.explained(owner, kept.explained().keySet());
        kept.explained().forEach((order, then) -> {
            var most = Told.only(EXPLAINED, then);
            assertThat(Told.asFarAs(most, explained.get(order)))
                    .as("explain %d", order)
                    .isEqualTo(most);
        });
    }

    private static void letsTheSameIn(int port, Kept kept) {
        var user = Person.stranger(port);
        assertThat(user.logsIn(kept.user(), "another password")).isEqualTo(401);
        assertThat(user.logsIn(kept.user(), kept.password())).isEqualTo(200);
        assertThat(user.get("api/session").path("role").asString()).isEqualTo("OPERATOR");
        assertThat(user.get("api/session").path("must-change").asBoolean()).isFalse();
        assertThat(Told.asFarAs(kept.draft(), Kept.draft(user)))
                .as("what he had begun")
                .isEqualTo(kept.draft());
        var program = Person.program(port, kept.token());
        assertThat(program.status("api/status")).isEqualTo(200);
        assertThat(program.status("api/users")).as("it may read alone").isEqualTo(403);
    }

    private static void goesOn(Exports exports, Account account) {
        for (var change : account.afterwards()) {
            change.run();
            Awaitility.await("what changed since")
                    .atMost(Patience.OF_A_TEST)
                    .pollInSameThread()
                    .untilAsserted(() -> assertThat(exports.facts())
                            .isEqualTo(Revision.SECOND.facts(account.shop().truth())));
        }
    }
}
