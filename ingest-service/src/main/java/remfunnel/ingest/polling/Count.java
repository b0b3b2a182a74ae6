package remfunnel.ingest.polling;

/** What is counted of a connector since its loops began, in its status and as a metric. */
public enum Count {
    /** Calls to the source. */
    REQUESTS,
    /** Windows that were read whole. */
    WINDOWS,
    /** Windows that were read again because rows moved in a way that could hide one. */
    REREADS,
    /** Order events published. */
    EVENTS,
    /** Orders met again in the overlap of two windows, the same as before. */
    DUPLICATES,
    /** Orders that history read. */
    HISTORY,
    /** Turns that ended in a setback. */
    SETBACKS,
    /** Orders left out because they have no id or no time. */
    UNREADABLE,
    /** Orders left out because Kafka takes no record that large. */
    TOO_LARGE
}
