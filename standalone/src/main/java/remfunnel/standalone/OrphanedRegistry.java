package remfunnel.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A registry whose parent was killed goes by itself; a start that comes sooner waits for it, and pushes one that hangs. */
final class OrphanedRegistry {
    private final Path pidFile;

    OrphanedRegistry(Path directory) {
        this.pidFile = pidFile(directory);
    }

    static Path pidFile(Path directory) {
        return directory.resolve("registry.pid");
    }

    void stop() throws IOException {
        Optional<ProcessHandle> orphan = alive();
        if (orphan.isPresent() && !gone(orphan.get(), Duration.ofSeconds(3))) {
            orphan.get().destroyForcibly();
            gone(orphan.get(), Duration.ofSeconds(5));
        }
        Files.deleteIfExists(pidFile);
    }

    /** The pid may belong to somebody else by now: only a process with our main class is ours. */
    private Optional<ProcessHandle> alive() throws IOException {
        if (!Files.isRegularFile(pidFile)) {
            return Optional.empty();
        }
        return pid(Files.readString(pidFile).strip())
                .flatMap(ProcessHandle::of)
                .filter(process -> process.info().commandLine().orElse("").contains(RegistryProcess.class.getName()));
    }

    private static Optional<Long> pid(String text) {
        return text.matches("\\d{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    private static boolean gone(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
