package remfunnel.funnel.history;

/** How well the moment of an entry is known. */
public enum Precision {
    EXACT,
    /** Between two readings of the order. */
    BOUNDED,
    /** Between the order's creation and its last change when it was first read. */
    INFERRED
}
