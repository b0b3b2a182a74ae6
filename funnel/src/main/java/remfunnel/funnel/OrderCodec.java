package remfunnel.funnel;

/** An order as bytes for a state store: compact, deterministic, versioned by the first byte. */
@SuppressWarnings("DoNotCallSuggester")
public final class OrderCodec {
    private OrderCodec() {}

    public static byte[] encode(Order order) {
        throw new UnsupportedOperationException();
    }

    public static Order decode(byte[] bytes) {
        throw new UnsupportedOperationException();
    }
}
