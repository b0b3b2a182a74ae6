package remfunnel.ingest.kafka;

/** This instance may not, or cannot, write for a partition any more; its loops end, and the partition is begun anew. */
public final class JournalClosedException extends RuntimeException {
    public JournalClosedException(String message) {
        super(message);
    }

    public JournalClosedException(String message, Throwable cause) {
        super(message, cause);
    }
}
