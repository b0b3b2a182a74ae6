package remfunnel.ingest.source;

/** Who goes first when calls wait for the budget of one key; the first constant wins. */
public enum Priority {
    LIVE,
    HISTORY
}
