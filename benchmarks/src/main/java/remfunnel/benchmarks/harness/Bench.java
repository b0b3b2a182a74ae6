package remfunnel.benchmarks.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;

/** Where one benchmark works: how much it measures, a directory of its own, and what it opened; nothing of it stays behind. */
public final class Bench implements AutoCloseable {
    private final Scale scale;
    private final Progress progress;
    private final Path directory;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final Thread atExit = new Thread(this::clear, "clear-bench");

    public Bench(Scale scale, Progress progress) {
        this.scale = scale;
        this.progress = progress;
        try {
            this.directory = Files.createTempDirectory("remfunnel-bench-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    public Scale scale() {
        return scale;
    }

    public Progress progress() {
        return progress;
    }

    public Path directory(String name) {
        try {
            return Files.createDirectories(directory.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Closed with the bench, the last first. */
    public synchronized <C extends AutoCloseable> C add(C opened) {
        open.push(opened);
        return opened;
    }

    @Override
    public void close() {
        clear();
        Runtime.getRuntime().removeShutdownHook(atExit);
    }

    private synchronized void clear() {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception goesOn) {
                progress.say("could not be closed: " + goesOn);
            }
        }
        delete();
    }

    private void delete() {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException stays) {
            progress.say("could not be deleted: " + stays.getMessage());
        }
    }
}
