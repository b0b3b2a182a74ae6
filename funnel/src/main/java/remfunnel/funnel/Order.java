package remfunnel.funnel;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;

/**
 * An order as it was read: every field of the vocabulary that has a value. Equal orders have equal values. Decimals come
 * without trailing zeros, so that one value has one form whatever literal it was sent as.
 */
public final class Order {
    /** By the slot of {@link OrderField}: Long, String, BigDecimal, Instant or Boolean by its type; null is missing. */
    private final Object[] values;

    /** String, BigDecimal or Boolean, as it was sent. */
    private final SortedMap<String, Object> custom;

    Order(Object[] values, SortedMap<String, Object> custom) {
        this.values = values;
        this.custom = custom;
    }

    public long id() {
        return (Long) values[OrderField.ID_.slot()];
    }

    public Instant createdAt() {
        return (Instant) values[OrderField.CREATED_AT.slot()];
    }

    public Instant modifiedAt() {
        return (Instant) values[OrderField.MODIFIED_AT.slot()];
    }

    public long statusId() {
        return (Long) values[OrderField.STATUS.slot()];
    }

    /** The number people know it by. */
    public Optional<String> number() {
        return value(OrderField.NUMBER_, String.class);
    }

    /** As the order carries it; v2 orders do not. */
    public OptionalInt statusGroup() {
        return value(OrderField.STATUS_GROUP, BigDecimal.class)
                .map(group -> OptionalInt.of(group.intValue()))
                .orElseGet(OptionalInt::empty);
    }

    public OptionalLong locationId() {
        return value(OrderField.LOCATION, Long.class).map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }

    public Optional<Instant> closedAt() {
        return value(OrderField.CLOSED_AT, Instant.class);
    }

    /** Any field's value as text: decimals plain without trailing zeros, times ISO-8601, flags true or false. */
    public Optional<String> text(String field) {
        return value(field).map(Order::asText);
    }

    /** A number, or a custom field's text that is a decimal. */
    public Optional<BigDecimal> number(String field) {
        return value(field).flatMap(value -> switch (value) {
            case BigDecimal number -> Optional.of(number);
            case String text when CustomFields.isName(field) -> Decimals.parse(text);
            default -> Optional.empty();
        });
    }

    /** A time, or a custom field's value that is one: epoch milliseconds, ISO-8601, or a day that starts in UTC. */
    public Optional<Instant> time(String field) {
        return time(field, ZoneOffset.UTC);
    }

    public Optional<Long> id(String field) {
        return value(field).filter(Long.class::isInstance).map(Long.class::cast);
    }

    public Optional<Boolean> flag(String field) {
        return value(field).filter(Boolean.class::isInstance).map(Boolean.class::cast);
    }

    /** The zone is the one that a day without a time starts in. */
    Optional<Instant> time(String field, ZoneId zone) {
        return value(field).flatMap(value -> switch (value) {
            case Instant moment -> Optional.of(moment);
            case BigDecimal millis when CustomFields.isName(field) -> Times.ofEpochMillis(millis);
            case String text when CustomFields.isName(field) -> Times.momentOrDay(text, zone);
            default -> Optional.empty();
        });
    }

    /** By the slot of {@link OrderField}; null is missing. */
    Object[] values() {
        return values;
    }

    SortedMap<String, Object> custom() {
        return custom;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Order that && Arrays.equals(values, that.values) && custom.equals(that.custom);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(values) + custom.hashCode();
    }

    /** Only what may stand in a log. */
    @Override
    public String toString() {
        return "Order[" + id() + "]";
    }

    private Optional<Object> value(String name) {
        return OrderField.named(name)
                .map(field -> Optional.ofNullable(values[field.slot()]))
                .orElseGet(() -> Optional.ofNullable(custom.get(name)));
    }

    private <T> Optional<T> value(OrderField field, Class<T> type) {
        return Optional.ofNullable(type.cast(values[field.slot()]));
    }

    private static String asText(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }
}
