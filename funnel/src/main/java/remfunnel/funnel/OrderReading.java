package remfunnel.funnel;

/** What a payload turned out to be. */
public sealed interface OrderReading {
    record Read(Order order) implements OrderReading {}

    /** The reason names the place and never quotes the payload. */
    record Unreadable(String reason) implements OrderReading {}
}
