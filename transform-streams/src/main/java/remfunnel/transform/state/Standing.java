package remfunnel.transform.state;

/** Where an order stands with its connector's funnel. Stored by its code: a code is never given to another. */
public enum Standing {
    /** Known before its connector has a configuration. */
    WAITING(0),
    IN_FUNNEL(1),
    /** In the funnel, in the stage for statuses that no stage holds. */
    UNMAPPED(2),
    FILTERED_OUT(3),
    /** Its status is mapped to no stage and the funnel drops such orders. */
    DROPPED(4),
    /** Gone from the source. */
    DELETED(5);

    static final int CODES = 6;

    private static final Standing[] BY_CODE = new Standing[CODES];

    static {
        for (var each : values()) {
            BY_CODE[each.code] = each;
        }
    }

    private final int code;

    Standing(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static Standing of(int code) {
        if (code < 0 || code >= CODES) {
            throw new IllegalStateException("state holds the unknown standing " + code);
        }
        return BY_CODE[code];
    }
}
