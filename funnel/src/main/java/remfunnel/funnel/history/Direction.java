package remfunnel.funnel.history;

/** Which way an entry into a stage led. */
public enum Direction {
    /** The first stage of the order. */
    ENTER,
    /** To a stage further on in the funnel. */
    FORWARD,
    /** To a stage before. */
    BACK,
    /** Out of success or failure, to a stage that is neither. */
    REOPEN
}
