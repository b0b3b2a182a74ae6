package remfunnel.systemtests.kills;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A JVM of its own that can be killed -9 and started again with the very same command. */
final class ChildProcess implements AutoCloseable {
    private static final List<String> SMALL =
            List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED");

    private final List<String> command = new ArrayList<>();
    private final Map<String, String> environment;
    private final Path log;
    private Optional<Process> process = Optional.empty();

    ChildProcess(Map<String, String> environment, Path log, String... mainAndArguments) {
        this(List.of(), environment, log, mainAndArguments);
    }

    /** @param within the command that runs it, as in another network */
    ChildProcess(List<String> within, Map<String, String> environment, Path log, String... mainAndArguments) {
        command.addAll(within);
        this.environment = Map.copyOf(environment);
        this.log = log;
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(SMALL);
        command.add("-cp");
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.addAll(List.of(mainAndArguments));
    }

    void start() {
        var builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            process = Optional.of(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isAlive() {
        return process.map(Process::isAlive).orElse(false);
    }

    /** SIGTERM, as a supervisor or a shell sends it. */
    void terminate() {
        process.ifPresent(Process::destroy);
    }

    int exitCode(Duration patience) {
        try {
            var running = process.orElseThrow();
            if (!running.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("still running after " + patience + ": see " + log);
            }
            return running.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** It and all that it has started, as far as they are alive. */
    List<ProcessHandle> family() {
        return process.stream()
                .map(Process::toHandle)
                .flatMap(root -> Stream.concat(Stream.of(root), root.descendants()))
                .filter(ProcessHandle::isAlive)
                .toList();
    }

    /** SIGKILL: nothing of it runs any more when this returns. */
    void kill() {
        process.ifPresent(running -> running.destroyForcibly().onExit().join());
    }

    @Override
    public void close() {
        kill();
    }
}
