package remfunnel.systemtests.containers;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Engine and images that .ci/run makes beside the build: its file says once they are there that they are, or that they cannot be had. */
record Promise(Path file) {
    private static final String THERE = "there";

    /** The last module is reached long after the making of images is over, on any machine that was seen. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    /** Waits until the making has ended. */
    boolean isKept() {
        return await("engine and images")
                .atMost(PATIENCE)
                .until(this::end, end -> !end.isEmpty())
                .equals(THERE);
    }

    private String end() {
        try {
            return Files.exists(file) ? Files.readString(file).strip() : "";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
