package remfunnel.benchmarks.harness;

/** How much is measured: for the record, for a glance, or just to see that it works. */
public enum Scale {
    FULL,
    SHORT,
    TINY;

    public int of(int full, int brief, int tiny) {
        return switch (this) {
            case FULL -> full;
            case SHORT -> brief;
            case TINY -> tiny;
        };
    }
}
