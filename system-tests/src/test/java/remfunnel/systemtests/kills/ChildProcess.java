package remfunnel.systemtests.kills;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A JVM of its own that can be killed -9 and started again with the very same command. */
final class ChildProcess implements AutoCloseable {
    private static final List<String> SMALL =
            List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED");

    private final List<String> command = new ArrayList<>();
    private final Map<String, String> environment;
    private final Path log;
    private Optional<Process> process = Optional.empty();

    ChildProcess(Map<String, String> environment, Path log, String... mainAndArguments) {
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

    /** SIGKILL: nothing of it runs any more when this returns. */
    void kill() {
        process.ifPresent(running -> running.destroyForcibly().onExit().join());
    }

    @Override
    public void close() {
        kill();
    }
}
