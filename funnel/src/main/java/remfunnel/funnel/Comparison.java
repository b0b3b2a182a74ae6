package remfunnel.funnel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * How the values of one type compare.
 *
 * @param expected what a condition's value has to look like
 * @param read a condition's value
 * @param seen an order's value, by the name of the field
 */
record Comparison<T extends Comparable<T>>(
        Text expected, Function<String, Optional<Range<T>>> read, BiFunction<OrderView, String, Optional<T>> seen) {
    static Comparison<?> of(FieldType type, ZoneId zone) {
        return switch (type) {
            case ID -> ids();
            case TEXT -> texts();
            case MONEY, NUMBER -> numbers();
            case TIME -> times(zone);
            case FLAG -> flags();
        };
    }

    static Comparison<String> texts() {
        return new Comparison<>(
                Text.of("a text", "текст"),
                value -> Optional.of(value).filter(text -> !text.isEmpty()).map(Range::of),
                OrderView::text);
    }

    static Comparison<?> numbers() {
        return new Comparison<>(
                Text.of("a number such as 1500.50", "число, например 1500.50"),
                value -> Decimals.parse(value).map(Range::of),
                OrderView::number);
    }

    /** A day means all of that day in the connector's zone. */
    static Comparison<Instant> times(ZoneId zone) {
        return new Comparison<>(
                Text.of(
                        "a day such as 2026-01-31 or a moment such as 2026-01-31T10:00:00Z",
                        "день, например 2026-01-31, или момент, например 2026-01-31T10:00:00Z"),
                value -> Times.day(value)
                        .map(day -> wholeDay(day, zone))
                        .or(() -> Times.moment(value).map(Range::of)),
                (view, field) -> view.time(field, zone));
    }

    private static Comparison<Long> ids() {
        return new Comparison<>(
                Text.of("an id: a whole number", "идентификатор: целое число"),
                value -> Decimals.parse(value).flatMap(Scalars::id).map(Range::of),
                (view, field) -> view.order().id(field));
    }

    private static Comparison<Boolean> flags() {
        return new Comparison<>(
                Text.of("true or false", "true или false"),
                value -> switch (value) {
                    case "true" -> Optional.of(Range.of(true));
                    case "false" -> Optional.of(Range.of(false));
                    default -> Optional.empty();
                },
                (view, field) -> view.order().flag(field));
    }

    boolean reads(String value) {
        return read.apply(value).isPresent();
    }

    /** Whether a BETWEEN of the two can match anything. */
    boolean inOrder(String from, String to) {
        return read.apply(from)
                .flatMap(first -> read.apply(to).map(last -> first.first().compareTo(last.last()) <= 0))
                .orElse(true);
    }

    /** What the operator asks of an order; values that cannot be read match nothing. */
    Predicate<OrderView> test(String field, Operator operator, List<String> values) {
        var ranges =
                values.stream().flatMap(value -> read.apply(value).stream()).toList();
        Predicate<T> test = switch (operator) {
            case EQUALS -> value -> any(ranges, range -> range.contains(value));
            case GREATER -> value -> any(ranges, range -> range.isBelow(value));
            case LESS -> value -> any(ranges, range -> range.isAbove(value));
            case BETWEEN -> ranges.getFirst().through(ranges.getLast())::contains;
            case NOT_EQUALS, CONTAINS, IS_EMPTY -> throw new IllegalArgumentException(operator + " is no order");
        };
        return view -> seen.apply(view, field).filter(test).isPresent();
    }

    /** A loop, not a stream: this is asked of every order. */
    private static <T extends Comparable<T>> boolean any(List<Range<T>> ranges, Predicate<Range<T>> test) {
        for (var range : ranges) {
            if (test.test(range)) {
                return true;
            }
        }
        return false;
    }

    private static Range<Instant> wholeDay(LocalDate day, ZoneId zone) {
        var start = day.atStartOfDay(zone).toInstant();
        return new Range<>(start, day.plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1));
    }
}
