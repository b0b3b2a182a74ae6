package remfunnel.funnel;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** An order together with what the dictionaries add to it. */
record OrderView(Order order, Names names) {
    private static final String STATUS_GROUP = OrderField.STATUS_GROUP.field().name();

    Optional<String> text(String field) {
        return order.text(field).or(() -> groupOfStatus(field).map(BigDecimal::toPlainString));
    }

    Optional<BigDecimal> number(String field) {
        return order.number(field).or(() -> groupOfStatus(field));
    }

    Optional<Instant> time(String field, ZoneId zone) {
        return order.time(field, zone);
    }

    /** v2 orders leave the group to the dictionary of statuses. */
    private Optional<BigDecimal> groupOfStatus(String field) {
        return field.equals(STATUS_GROUP)
                ? names.statusGroup(order.statusId()).map(BigDecimal::valueOf)
                : Optional.empty();
    }
}
