package remfunnel.systemtests.containers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The engine that runs containers on this machine, where there is one. */
public final class ContainerEngine {
    public static final String BROKER_IMAGE = "apache/kafka:4.3.1";

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Optional<Promise> PROMISE =
            Optional.ofNullable(System.getenv("CI_CONTAINERS")).map(Path::of).map(Promise::new);

    private ContainerEngine() {}

    /** What a program said, in one, and how it ended. */
    record Outcome(int exitCode, String said) {
        boolean isFine() {
            return exitCode == 0;
        }
    }

    /**
     * Ends the test as skipped, with a line that says why, where the engine or an image is missing; as failed where
     * they were made for this run.
     */
    public static void require(String test, String... images) {
        boolean promised = PROMISE.map(Promise::isKept).orElse(false);
        var reason = missing(images);
        if (promised && !reason.isEmpty()) {
            throw new AssertionError(test + ": engine and images were made, but " + reason);
        }
        if (!reason.isEmpty()) {
            System.out.println("SKIPPED " + test + ": " + reason);
        }
        Assumptions.assumeTrue(reason.isEmpty(), reason);
    }

    private static String missing(String... images) {
        if (!run(Map.of(), "docker", "info").isFine()) {
            return "no container engine answers (docker info)";
        }
        return Stream.of(images)
                .filter(image ->
                        !run(Map.of(), "docker", "image", "inspect", image).isFine())
                .findFirst()
                .map(image -> "the image " + image + " is not there")
                .orElse("");
    }

    /** The compose command of this machine: the plugin, or the program of former years. */
    static List<String> compose() {
        return run(Map.of(), "docker", "compose", "version").isFine()
                ? List.of("docker", "compose")
                : List.of("docker-compose");
    }

    /** Runs at the root of the project; a program that is not there is an outcome too. */
    static Outcome run(Map<String, String> environment, List<String> command) {
        return run(environment, command.toArray(String[]::new));
    }

    static Outcome run(Map<String, String> environment, String... command) {
        var builder = new ProcessBuilder(new ArrayList<>(List.of(command)))
                .directory(ROOT.toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process;
        try {
            process = builder.start();
        } catch (IOException notInstalled) {
            return new Outcome(127, String.valueOf(notInstalled.getMessage()));
        }
        try (var output = process.getInputStream()) {
            String said = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), said);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
