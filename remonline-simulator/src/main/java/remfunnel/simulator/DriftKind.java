package remfunnel.simulator;

/** What happens to the first row of a page between that page and the next request. */
public enum DriftKind {
    EDIT,
    MOVE,
    DELETE
}
