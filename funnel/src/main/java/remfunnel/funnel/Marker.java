package remfunnel.funnel;

/** What a stage means; SUCCESS and FAILURE each stand on at most one stage. */
public enum Marker {
    INITIAL,
    IN_PROGRESS,
    SUCCESS,
    FAILURE
}
