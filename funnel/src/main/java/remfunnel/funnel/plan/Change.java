package remfunnel.funnel.plan;

/** What happens to an order when the configuration changes. */
public enum Change {
    /** It did not count and does now. */
    ENTERS,
    /** It counted and does no more. */
    LEAVES,
    /** It counts, in another stage. */
    MOVES,
    /** It counts in the same stage, for another revenue or cost. */
    REVALUED,
    /** It counts as before. */
    STAYS,
    /** It counts neither before nor after. */
    OUTSIDE
}
