package remfunnel.config.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLEncoder;
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
        description = "Write what a topic now holds, one line a key: money as decimal text, times as ISO-8601.")
final class ExportCommand implements Callable<Integer> {
    /** The words of the paths and of the command are the same. */
    enum What {
        facts,
        transitions,
        totals
    }

    enum Format {
        jsonl,
        csv
    }

    private static final long TOLD_EVERY_NANOS = 3_000_000_000L;

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
        try (InputStream body = service.client().open(path)) {
            if (output.isEmpty()) {
                copy(body, terminal.out());
            } else {
                write(body, output.get());
            }
        }
        return 0;
    }

    /** Under another name first: a file of that name is always a whole export. */
    private void write(InputStream body, Path file) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".part");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(draft))) {
            copy(body, out);
        } catch (IOException e) {
            throw new CommandFailure(draft + " cannot be written: " + e.getMessage());
        }
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private void copy(InputStream body, OutputStream out) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long total = 0;
        long told = System.nanoTime();
        for (int read = next(body, buffer); read >= 0; read = next(body, buffer)) {
            out.write(buffer, 0, read);
            total += read;
            if (System.nanoTime() - told > TOLD_EVERY_NANOS) {
                terminal.err().println("exported " + total / (1 << 20) + " MiB so far");
                told = System.nanoTime();
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
