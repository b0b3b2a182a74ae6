package remfunnel.funnel;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;

/** Gathers an order's values while they are read. A later value replaces an earlier one. */
final class OrderBuilder {
    private final Object[] values = new Object[OrderField.ALL.length];
    private final Object[] fallbacks = new Object[OrderField.ALL.length];
    private SortedMap<String, Object> custom = Collections.emptySortedMap();

    void set(OrderField field, Optional<?> value) {
        values[field.slot()] = value.orElse(null);
    }

    /** What counts where the field itself is missing. */
    void setFallback(OrderField field, Optional<?> value) {
        fallbacks[field.slot()] = value.orElse(null);
    }

    /** Kept as they are: no more may be added to them. */
    void setCustom(SortedMap<String, Object> fields) {
        custom = fields;
    }

    <T> Optional<T> get(OrderField field, Class<T> type) {
        return Optional.ofNullable(type.cast(values[field.slot()]));
    }

    boolean has(OrderField field) {
        return values[field.slot()] != null;
    }

    int customFields() {
        return custom.size();
    }

    Order build() {
        for (int i = 0; i < values.length; i++) {
            values[i] = values[i] == null ? fallbacks[i] : values[i];
        }
        return new Order(values, Collections.unmodifiableSortedMap(custom));
    }
}
