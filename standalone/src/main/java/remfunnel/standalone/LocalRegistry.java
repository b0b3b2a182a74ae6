package remfunnel.standalone;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The real Apicurio Registry as a child process, on the loopback address, its schemas and their ids in one directory. */
public final class LocalRegistry implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final int port;
    private final Path log;

    private LocalRegistry(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /** Starts the process and returns at once; {@link #awaitReady()} waits for it. */
    public static LocalRegistry launch(Path directory, Path log, int port) {
        return launch(directory, log, port, Map.of());
    }

    /** With more of its own settings, as for TLS and a login. */
    public static LocalRegistry launch(Path directory, Path log, int port, Map<String, String> environment) {
        var launch = new RegistryLaunch(Program.located(), directory, port);
        if (!launch.isInstalled()) {
            throw new CannotStart("The registry is missing in "
                    + launch.program().registry() + ". Build again: mvn -DskipTests package.");
        }
        try {
            Files.createDirectories(directory);
            stopOrphan(directory);
            Process process = spawn(launch, log, environment);
            Files.writeString(OrphanedRegistry.pidFile(directory), Long.toString(process.pid()));
            return new LocalRegistry(process, port, log);
        } catch (IOException e) {
            throw new CannotStart("The registry cannot be started in " + directory + " (" + e.getMessage() + ").", e);
        }
    }

    /** A registry that a killed machine left behind on this directory goes first: it holds the port and the files. */
    static void stopOrphan(Path directory) {
        try {
            new OrphanedRegistry(directory).stop();
        } catch (IOException e) {
            throw new CannotStart("The directory " + directory + " cannot be used (" + e.getMessage() + ").", e);
        }
    }

    /** For tests: a registry on a free port, ready. */
    public static LocalRegistry startOnFreePort(Path directory) {
        return launch(directory, directory.resolve("registry.log"), FreePorts.any())
                .awaitReady();
    }

    public LocalRegistry awaitReady() {
        var probe = new HttpProbe(URI.create(url() + "/system/info"));
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!probe.answers()) {
            if (exitedWithin(Duration.ofMillis(100)) || System.nanoTime() > deadline) {
                String why = process.isAlive()
                        ? "did not answer within " + PATIENCE.toSeconds() + " s"
                        : "stopped while starting";
                close();
                throw new CannotStart("The registry " + why + ". The end of " + log + ":\n" + LogTail.of(log, 15));
            }
        }
        return this;
    }

    /** The address for Apicurio's own serde. */
    public String url() {
        return "http://127.0.0.1:" + port + "/apis/registry/v3";
    }

    /** The Confluent-compatible address, for every other client. */
    public String compatibleUrl() {
        return "http://127.0.0.1:" + port + "/apis/ccompat/v7";
    }

    long pid() {
        return process.pid();
    }

    /** SIGKILL, as a machine's end has it: for tests. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Closing its input asks the registry to go; force is for one that cannot. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
        } catch (IOException alreadyClosed) {
            process.destroy();
        }
        if (!exitedWithin(Duration.ofSeconds(8))) {
            process.destroyForcibly();
            exitedWithin(Duration.ofSeconds(5));
        }
    }

    private boolean exitedWithin(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static Process spawn(RegistryLaunch launch, Path log, Map<String, String> environment) throws IOException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        if (Files.exists(log)) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
        List<String> command = launch.command();
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }
}
