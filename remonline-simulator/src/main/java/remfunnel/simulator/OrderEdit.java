package remfunnel.simulator;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a person changes in an order; a part left empty stays as it is. */
public record OrderEdit(
        Optional<List<Line>> lines,
        Optional<BigDecimal> paid,
        Optional<Integer> locationId,
        Optional<Integer> orderTypeId,
        Optional<Integer> managerId,
        Optional<String> malfunction,
        Map<String, Object> customFields) {

    public static final OrderEdit NOTHING = new OrderEdit(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Map.of());

    public static OrderEdit lines(Line... lines) {
        return new OrderEdit(
                Optional.of(List.of(lines)),
                NOTHING.paid,
                NOTHING.locationId,
                NOTHING.orderTypeId,
                NOTHING.managerId,
                NOTHING.malfunction,
                Map.of());
    }

    public static OrderEdit paid(String amount) {
        var paid = Optional.of(new BigDecimal(amount));
        return NOTHING.with(new OrderEdit(
                NOTHING.lines,
                paid,
                NOTHING.locationId,
                NOTHING.orderTypeId,
                NOTHING.managerId,
                NOTHING.malfunction,
                Map.of()));
    }

    public static OrderEdit location(int id) {
        return new OrderEdit(
                NOTHING.lines,
                NOTHING.paid,
                Optional.of(id),
                NOTHING.orderTypeId,
                NOTHING.managerId,
                NOTHING.malfunction,
                Map.of());
    }

    public static OrderEdit malfunction(String text) {
        return new OrderEdit(
                NOTHING.lines,
                NOTHING.paid,
                NOTHING.locationId,
                NOTHING.orderTypeId,
                NOTHING.managerId,
                Optional.of(text),
                Map.of());
    }

    /** This edit and then the later one. */
    public OrderEdit with(OrderEdit later) {
        var fields = new HashMap<>(customFields);
        fields.putAll(later.customFields);
        return new OrderEdit(
                later.lines.or(() -> lines),
                later.paid.or(() -> paid),
                later.locationId.or(() -> locationId),
                later.orderTypeId.or(() -> orderTypeId),
                later.managerId.or(() -> managerId),
                later.malfunction.or(() -> malfunction),
                Map.copyOf(fields));
    }
}
