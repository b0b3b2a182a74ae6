package remfunnel.systemtests.upgrades;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import remfunnel.systemtests.Patience;
import remfunnel.systemtests.kills.Shop;

/**
 * Run by hand at a release (CONTRIBUTING.md): has a version of ./remfunnel poll an account while people work at it, and keeps its data directory, with
 * what it told of it, for {@link UpgradeIT} to start later versions on.
 */
public final class ReleasedData {
    private static final int PORT = 18_480;
    private final Path program;
    private final Path data;
    private final Account account = new Account();
    private final Exports exports = new Exports(PORT);

    private ReleasedData(Path program, Path data) {
        this.program = program;
        this.data = data;
    }

    /** The script that the version is run by, and the folder to keep it in, named like the version, or like its commit where it was not released. */
    public static void main(String... arguments) throws Exception {
        var folder = Files.createDirectories(Path.of(arguments[1]));
        var scratch = Files.createTempDirectory("remfunnel-released");
        new ReleasedData(Path.of(arguments[0]).toRealPath(), scratch.resolve("data")).write(folder);
    }

    private void write(Path folder) throws Exception {
        var machine = start("up", "--data", data.toString());
        try (account) {
            live(Revision.FIRST, account.underTheFirst());
            live(Revision.SECOND, account.underTheSecond());
            Kept.leaveAt(PORT, account.remarkable()).write(folder);
            for (var what : Exports.ALL) {
                Files.write(folder.resolve(what + ".jsonl"), exports.lines(what));
            }
        } finally {
            machine.destroy();
            machine.waitFor();
        }
        Archive.pack(data, folder.resolve("data.zip"));
    }

    /** Each state of the shop is seen before the next. */
    private void live(Revision revision, List<Runnable> changes) throws IOException {
        apply(revision);
        for (var change : changes) {
            change.run();
            awaitTruth(revision);
        }
    }

    private void apply(Revision revision) throws IOException {
        var file = Files.writeString(data.resolveSibling("connector.yaml"), revision.yaml());
        Awaitility.await("apply").atMost(Patience.OF_A_TEST).pollInSameThread().until(() -> {
            var command = start("apply", file.toString(), "--url", "http://127.0.0.1:" + PORT);
            return command.waitFor(Patience.OF_A_TEST.toSeconds(), TimeUnit.SECONDS) && command.exitValue() == 0;
        });
    }

    private void awaitTruth(Revision revision) {
        Awaitility.await("facts that tell the truth")
                .atMost(Patience.OF_A_TEST)
                .pollInSameThread()
                .until(() ->
                        exports.facts().equals(revision.facts(account.shop().truth())));
    }

    private Process start(String command, String... arguments) throws IOException {
        var builder = new ProcessBuilder(program.toString(), command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.INHERIT);
        builder.command().addAll(List.of(arguments));
        if ("up".equals(command)) {
            builder.command()
                    .addAll(List.of(
                            "--port", "" + PORT, "--kafka-port", "" + (PORT + 1), "--registry-port", "" + (PORT + 2)));
        }
        builder.environment()
                .putAll(Map.of(
                        "REMFUNNEL_REMONLINE_URL",
                        account.shop().url().toString(),
                        "REMFUNNEL_REMONLINE_REQUESTSPERSECOND",
                        "0",
                        "REMONLINE_API_KEY",
                        Shop.KEY));
        return builder.start();
    }
}
