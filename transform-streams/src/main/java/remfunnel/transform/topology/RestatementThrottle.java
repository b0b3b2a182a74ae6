package remfunnel.transform.topology;

import java.time.Duration;
import java.time.Instant;

/**
 * Shares the time of one task between the records that come and the restatements of its orders. Kafka Streams takes fewer records at once
 * wherever it was held up by a punctuation, down to one: without this, each slice of a restatement would be followed by a single record.
 */
final class RestatementThrottle {
    /** So many records between two looks are a backlog, less is what comes meanwhile. */
    private static final int BACKLOG = 20;

    private final Duration slice;
    private Instant sliceEnded = Instant.EPOCH;
    private int came;
    private boolean isFirstLook;

    /** @param slice how long one takes at most */
    RestatementThrottle(Duration slice) {
        this.slice = slice;
    }

    void recordCame() {
        came++;
    }

    void sliceEnded(Instant now) {
        sliceEnded = now;
        came = 0;
        isFirstLook = true;
    }

    /**
     * Whether a slice may be done; to be asked at each punctuation, as what came is counted between two of them. Records that waited for
     * the last slice go first, and a backlog gets as much time as a slice had.
     */
    boolean isForSlice(Instant now) {
        boolean isFirst = isFirstLook;
        boolean isBacklog = came >= BACKLOG;
        boolean isQuiet = came == 0;
        came = 0;
        isFirstLook = false;
        return isQuiet || (!isFirst && (!isBacklog || !now.isBefore(sliceEnded.plus(slice))));
    }
}
