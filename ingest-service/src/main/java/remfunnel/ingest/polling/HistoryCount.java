package remfunnel.ingest.polling;

/** How much of history was read; the total is the source's count and changes with deletes. */
public record HistoryCount(long read, long total) {
    static final HistoryCount NOTHING = new HistoryCount(0, 0);

    HistoryCount plus(long more) {
        return new HistoryCount(read + more, Math.max(total, read + more));
    }

    long left() {
        return total - read;
    }
}
