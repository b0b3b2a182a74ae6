package remfunnel.funnel;

/** Reads an order from the JSON of either API, in one pass. Thread-safe. */
@SuppressWarnings("DoNotCallSuggester")
public final class OrderReader {
    public OrderReader() {}

    /**
     * Never throws. Unreadable is what is no JSON, is out of bounds, or lacks the id, created_at, modified_at or status id;
     * any other value that cannot be read as its type is missing.
     *
     * @param payload v1: the order's object; v2: {@code {"order":…,"items":[…]}}, items null when they were not fetched
     */
    public OrderReading read(Api api, byte[] payload) {
        throw new UnsupportedOperationException();
    }
}
