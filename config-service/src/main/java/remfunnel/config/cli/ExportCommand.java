package remfunnel.config.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes what a topic of the funnel now holds. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Write what a topic now holds, or all of them, as of one moment, one row a key.",
            "jsonl and csv: money as decimal text, times as ISO-8601; parquet: decimals and timestamps, for DuckDB and the like."
        })
final class ExportCommand implements Callable<Integer> {
    /** The words of the paths and of the command are the same. */
    enum What {
        facts,
        transitions,
        totals,
        all;

        private String told() {
            return this == all ? "facts, transitions and totals" : name();
        }
    }

    enum Format {
        jsonl,
        csv,
        parquet;

        boolean isText() {
            return this != parquet;
        }
    }

    private static final String NO_MOMENT =
            "So much is being committed that no moment between was found: of what was committed last,"
                    + " some rows may be there and others that belong to them not yet.";

    private final Terminal terminal;

    @Parameters(paramLabel = "WHAT", description = "${COMPLETION-CANDIDATES}")
    private What what;

    @Option(names = "--connector", paramLabel = "ID", description = "only of this connector")
    private Optional<String> connector = Optional.empty();

    @Option(names = "--format", defaultValue = "jsonl", description = "${COMPLETION-CANDIDATES}; default jsonl")
    private Format format;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "a file instead of standard output; for all, the directory of its three files")
    private Optional<Path> output = Optional.empty();

    @Option(names = "--any-moment", description = "for all: write it even where no moment between two commits is found")
    private boolean anyMoment;

    @Mixin
    private ServiceOption service = new ServiceOption();

    ExportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (what == What.all && output.isEmpty()) {
            throw new CommandFailure("all is three files: name their directory with --output");
        }
        String path = "/api/export/" + what + "?format=" + format
                + connector
                        .map(id -> "&connector=" + URLEncoder.encode(id, StandardCharsets.UTF_8))
                        .orElse("");
        HttpResponse<InputStream> response = open(path);
        boolean isOfOneMoment = response.headers()
                .firstValue("X-Remfunnel-One-Moment")
                .filter("false"::equals)
                .isEmpty();
        ExportProgress progress = new ExportProgress(
                terminal,
                format,
                response.headers().firstValueAsLong("X-Remfunnel-Rows").orElse(0),
                response.headers().firstValue("X-Remfunnel-As-Of").orElse("an unknown moment"));
        try (InputStream body = response.body()) {
            if (what == What.all && !isOfOneMoment && !anyMoment) {
                throw new CommandFailure(NO_MOMENT + " Export again when less goes on, or with --any-moment.");
            }
            download(new Download(body, progress));
        }
        progress.end(what.told());
        if (!isOfOneMoment) {
            terminal.err().println(NO_MOMENT);
        }
        return 0;
    }

    private void download(Download download) throws IOException {
        if (output.isEmpty()) {
            download.to(terminal.out());
        } else if (what == What.all) {
            download.unpackTo(output.get(), names());
        } else {
            download.to(output.get());
        }
    }

    private Set<String> names() {
        return EnumSet.complementOf(EnumSet.of(What.all)).stream()
                .map(one -> one + "." + format)
                .collect(Collectors.toSet());
    }

    /** The topic is read once before the first row comes, to know which records count. */
    private HttpResponse<InputStream> open(String path) {
        return new StillWaiting(terminal)
                .during(
                        "finds out which records of the " + what.told() + " count",
                        () -> service.client().open(path));
    }
}
