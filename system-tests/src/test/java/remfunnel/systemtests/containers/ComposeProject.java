package remfunnel.systemtests.containers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** docker-compose.yml with the demo, under a name and on ports of its own; nothing of it is left when closed. */
final class ComposeProject implements AutoCloseable {
    private final int port = anyPort();
    private final int kafkaPort = anyPort();
    private final Map<String, String> environment = Map.of(
            "COMPOSE_PROJECT_NAME",
            "remfunnel-it-" + ProcessHandle.current().pid(),
            "REMFUNNEL_VERSION",
            "it",
            "REMFUNNEL_PORT",
            Integer.toString(port),
            "REMFUNNEL_KAFKA_PORT",
            Integer.toString(kafkaPort),
            "REMFUNNEL_REGISTRY_PORT",
            Integer.toString(anyPort()),
            "REMFUNNEL_DEMO_ORDERS",
            "1500");

    String url() {
        return "http://127.0.0.1:" + port;
    }

    String bootstrapServers() {
        return "localhost:" + kafkaPort;
    }

    void build() {
        succeed("build");
    }

    void up() {
        succeed("up", "-d");
    }

    void down() {
        succeed("down");
    }

    /** What the commands say beside config-service. */
    String remfunnel(String... arguments) {
        List<String> command = new ArrayList<>(List.of("exec", "-T", "config-service", "remfunnel"));
        command.addAll(List.of(arguments));
        return succeed(command.toArray(String[]::new));
    }

    private String succeed(String... arguments) {
        var outcome = compose(arguments);
        if (!outcome.isFine()) {
            throw new AssertionError(String.join(" ", arguments) + " ended with " + outcome.exitCode() + ":\n"
                    + outcome.said() + "\n" + compose("logs", "--tail", "30").said());
        }
        return outcome.said();
    }

    private ContainerEngine.Outcome compose(String... arguments) {
        List<String> command = new ArrayList<>(ContainerEngine.compose());
        command.addAll(List.of("--profile", "demo"));
        command.addAll(List.of(arguments));
        return ContainerEngine.run(environment, command);
    }

    @Override
    public void close() {
        compose("down", "--volumes");
    }

    private static int anyPort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
