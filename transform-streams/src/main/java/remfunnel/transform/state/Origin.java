package remfunnel.transform.state;

/** Where a record stands in its topic. */
public record Origin(int partition, long offset) {
    /** Whether it was surely written earlier: nothing is known of records in different partitions. */
    public boolean isBefore(Origin other) {
        return partition == other.partition && offset < other.offset;
    }
}
