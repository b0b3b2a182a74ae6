package remfunnel.ingest.polling;

/** How much of history was read; the total is the source's count and changes with deletes. */
record HistoryCount(long read, long total) {
    HistoryCount plus(long more) {
        return new HistoryCount(read + more, Math.max(total, read + more));
    }

    long left() {
        return total - read;
    }
}
