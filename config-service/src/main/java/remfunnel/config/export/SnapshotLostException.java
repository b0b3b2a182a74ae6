package remfunnel.config.export;

/** Compaction took a record between the two readings, so the moment cannot be shown any more. */
public final class SnapshotLostException extends RuntimeException {
    SnapshotLostException(String topic) {
        super(topic + " was compacted during the export; export again");
    }
}
