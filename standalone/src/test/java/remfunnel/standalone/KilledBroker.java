package remfunnel.standalone;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;

/** A broker in a process of its own, which can be killed -9. */
final class KilledBroker implements AutoCloseable {
    private final Process process;
    private final int port;

    private KilledBroker(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Ends by itself when the test does. */
    public static void main(String... directoryAndPort) throws IOException {
        LocalBroker.start(Path.of(directoryAndPort[0]), Integer.parseInt(directoryAndPort[1]));
        boolean unused = System.in.read() < 0;
        Runtime.getRuntime().halt(1);
    }

    static KilledBroker start(Path directory, int port) throws IOException {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                KilledBroker.class.getName(),
                directory.toString(),
                Integer.toString(port));
        return new KilledBroker(
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(Redirect.DISCARD)
                        .start(),
                port);
    }

    String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Kills it. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
