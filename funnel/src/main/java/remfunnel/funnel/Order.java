package remfunnel.funnel;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** An order as it was read: every field of the vocabulary that has a value. Equal orders have equal values. */
@SuppressWarnings("DoNotCallSuggester")
public final class Order {
    Order() {}

    public long id() {
        throw new UnsupportedOperationException();
    }

    public Instant createdAt() {
        throw new UnsupportedOperationException();
    }

    public Instant modifiedAt() {
        throw new UnsupportedOperationException();
    }

    public long statusId() {
        throw new UnsupportedOperationException();
    }

    /** The number people know it by. */
    public Optional<String> number() {
        return text("number");
    }

    /** As the order carries it; v2 orders do not. */
    public OptionalInt statusGroup() {
        throw new UnsupportedOperationException();
    }

    public OptionalLong locationId() {
        throw new UnsupportedOperationException();
    }

    public Optional<Instant> closedAt() {
        return time("closed_at");
    }

    /** Any field's value as text: decimals plain without trailing zeros, times ISO-8601, flags true or false. */
    public Optional<String> text(String field) {
        throw new UnsupportedOperationException();
    }

    /** A number, or a custom field's text that is a decimal. */
    public Optional<BigDecimal> number(String field) {
        throw new UnsupportedOperationException();
    }

    /** A time, or a custom field's value that is one: epoch milliseconds or ISO-8601. */
    public Optional<Instant> time(String field) {
        throw new UnsupportedOperationException();
    }

    public Optional<Long> id(String field) {
        throw new UnsupportedOperationException();
    }

    public Optional<Boolean> flag(String field) {
        throw new UnsupportedOperationException();
    }
}
