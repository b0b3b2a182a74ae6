package remfunnel.transform.state;

import java.util.Arrays;

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

    private final int code;

    Standing(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static Standing of(int code) {
        return Arrays.stream(values())
                .filter(each -> each.code == code)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("state holds the unknown standing " + code));
    }
}
