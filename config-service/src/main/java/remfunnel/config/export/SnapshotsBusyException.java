package remfunnel.config.export;

/** Others take snapshots, or recount totals: one at a time does, and few can wait. */
public final class SnapshotsBusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SnapshotsBusyException() {
        super("other exports or recounts are being prepared");
    }
}
