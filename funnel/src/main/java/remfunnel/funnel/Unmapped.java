package remfunnel.funnel;

/** What becomes of an order whose status no stage holds. */
public enum Unmapped {
    /** It stands in {@link Stage#UNMAPPED}, for all to see. */
    KEEP,
    /** It gives no fact. */
    DROP
}
