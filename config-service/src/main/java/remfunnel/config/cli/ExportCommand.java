package remfunnel.config.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes what a topic of the funnel now holds. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Write what a topic now holds, as of one moment, one row a key.",
            "jsonl and csv: money as decimal text, times as ISO-8601; parquet: decimals and timestamps, for DuckDB and the like."
        })
final class ExportCommand implements Callable<Integer> {
    /** The words of the paths and of the command are the same. */
    enum What {
        facts,
        transitions,
        totals
    }

    enum Format {
        jsonl,
        csv,
        parquet;

        boolean isText() {
            return this != parquet;
        }
    }

    private final Terminal terminal;

    @Parameters(paramLabel = "WHAT", description = "${COMPLETION-CANDIDATES}")
    private What what;

    @Option(names = "--connector", paramLabel = "ID", description = "only of this connector")
    private Optional<String> connector = Optional.empty();

    @Option(names = "--format", defaultValue = "jsonl", description = "${COMPLETION-CANDIDATES}; default jsonl")
    private Format format;

    @Option(names = "--output", paramLabel = "FILE", description = "a file instead of standard output")
    private Optional<Path> output = Optional.empty();

    @Mixin
    private ServiceOption service = new ServiceOption();

    ExportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        String path = "/api/export/" + what + "?format=" + format
                + connector
                        .map(id -> "&connector=" + URLEncoder.encode(id, StandardCharsets.UTF_8))
                        .orElse("");
        HttpResponse<InputStream> response = open(path);
        ExportProgress progress = new ExportProgress(
                terminal,
                format,
                response.headers().firstValueAsLong("X-Remfunnel-Rows").orElse(0),
                response.headers().firstValue("X-Remfunnel-As-Of").orElse("an unknown moment"));
        try (InputStream body = response.body()) {
            if (output.isEmpty()) {
                copy(body, terminal.out(), progress);
            } else {
                write(body, output.get(), progress);
            }
        }
        progress.end(what.name());
        return 0;
    }

    /** The topic is read once before the first row comes, to know which records count. */
    private HttpResponse<InputStream> open(String path) {
        return new StillWaiting(terminal)
                .during(
                        "finds out which records of the " + what + " count",
                        () -> service.client().open(path));
    }

    /** Under another name first: a file of that name is always a whole export. */
    private void write(InputStream body, Path file, ExportProgress progress) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(draft))) {
                copy(body, out, progress);
            }
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new CommandFailure(file + " cannot be written: " + e.getMessage());
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private void copy(InputStream body, OutputStream out, ExportProgress progress) throws IOException {
        byte[] buffer = new byte[1 << 16];
        for (int read = next(body, buffer); read >= 0; read = next(body, buffer)) {
            out.write(buffer, 0, read);
            progress.pass(buffer, read);
            if (out instanceof PrintStream console && console.checkError()) {
                throw new CommandFailure("the export is incomplete: nobody reads standard output any more");
            }
        }
        out.flush();
    }

    private static int next(InputStream body, byte[] buffer) {
        try {
            return body.read(buffer);
        } catch (IOException e) {
            throw new CommandFailure(
                    "the export broke off and is incomplete: export again, or see the log of config-service");
        }
    }
}
