package remfunnel.ingest.source;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What became of one request on the wire. */
sealed interface Sent {
    /**
     * An HTTP answer, whole.
     *
     * @param took from the request to the end of the answer
     * @param redirect scheme and host that it points to, where it is a redirect
     */
    record Received(
            int status,
            boolean html,
            ByteBuffer body,
            Instant sourceTime,
            Instant at,
            Duration took,
            Optional<Duration> retryAfter,
            Optional<String> redirect)
            implements Sent {}

    /** No answer, or none that ended. */
    record Lost(String why) implements Sent {}
}
