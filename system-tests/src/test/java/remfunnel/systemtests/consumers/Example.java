package remfunnel.systemtests.consumers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program under examples/ as its README runs it, and what it has printed. */
final class Example implements AutoCloseable {
    private static final Path EXAMPLES = Path.of("..", "examples");

    private final Process process;
    private final Path output;

    private Example(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static Path folder(String name) {
        return EXAMPLES.resolve(name);
    }

    static Example start(String name, Map<String, String> environment, String... command) {
        try {
            Path logs = Files.createDirectories(Path.of("target", "consumers").toAbsolutePath());
            String log = name + "-" + Path.of(command[0]).getFileName();
            Path output = logs.resolve(log + ".out");
            var builder = new ProcessBuilder(command)
                    .directory(folder(name).toFile())
                    .redirectOutput(output.toFile())
                    .redirectError(Redirect.to(logs.resolve(log + ".err").toFile()));
            builder.environment().putAll(environment);
            return new Example(builder.start(), output);
        } catch (IOException notStarted) {
            throw new UncheckedIOException(notStarted);
        }
    }

    /** The lines that are complete. */
    List<String> lines() {
        try {
            String text = Files.readString(output);
            return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
