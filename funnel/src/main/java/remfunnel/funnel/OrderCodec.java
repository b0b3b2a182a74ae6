package remfunnel.funnel;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import remfunnel.funnel.compact.CompactReader;
import remfunnel.funnel.compact.CompactWriter;

/**
 * An order as bytes for a state store: compact, deterministic, versioned by the first byte. A field that a later release
 * adds at the end of {@link OrderField} is missing in what an earlier one wrote, until the orders are replayed.
 */
public final class OrderCodec {
    private static final int VERSION = 1;
    private static final int TEXT = 0;
    private static final int NUMBER = 1;
    private static final int TRUE = 2;
    private static final int FALSE = 3;

    private OrderCodec() {}

    public static byte[] encode(Order order) {
        var out = new CompactWriter().octet(VERSION).integer(present(order.values()));
        for (var field : OrderField.ALL) {
            var value = order.values()[field.slot()];
            if (value != null) {
                write(out, value);
            }
        }
        out.integer(order.custom().size());
        order.custom().forEach((name, value) -> {
            out.integer(CustomFields.number(name));
            writeTagged(out, value);
        });
        return out.toBytes();
    }

    public static Order decode(byte[] bytes) {
        var in = new CompactReader(bytes);
        int version = in.octet();
        if (version != VERSION) {
            throw new IllegalArgumentException("an order of version " + version + "; this release reads " + VERSION);
        }
        var order = new Order(values(in, in.integer()), custom(in));
        if (!in.isAtEnd()) {
            throw new IllegalArgumentException("bytes are left over after the order");
        }
        return order;
    }

    private static long present(Object[] values) {
        long bits = 0;
        for (int i = 0; i < values.length; i++) {
            bits |= values[i] == null ? 0 : 1L << i;
        }
        return bits;
    }

    private static void write(CompactWriter out, Object value) {
        switch (value) {
            case Long id -> out.integer(id);
            case String text -> out.text(text);
            case BigDecimal number -> out.decimal(number);
            case Instant moment -> out.time(moment);
            case Boolean flag -> out.octet(flag ? 1 : 0);
            default -> throw new IllegalStateException("an order holds a " + value.getClass());
        }
    }

    private static void writeTagged(CompactWriter out, Object value) {
        switch (value) {
            case String text -> out.octet(TEXT).text(text);
            case BigDecimal number -> out.octet(NUMBER).decimal(number);
            case Boolean flag -> out.octet(flag ? TRUE : FALSE);
            default -> throw new IllegalStateException("a custom field holds a " + value.getClass());
        }
    }

    private static Object[] values(CompactReader in, long present) {
        var values = new Object[OrderField.ALL.length];
        for (var field : OrderField.ALL) {
            if ((present & (1L << field.slot())) != 0) {
                values[field.slot()] = read(in, field.type());
            }
        }
        return values;
    }

    private static Object read(CompactReader in, FieldType type) {
        return switch (type) {
            case ID -> in.integer();
            case TEXT -> in.text();
            case MONEY, NUMBER -> in.decimal();
            case TIME -> in.time();
            case FLAG -> in.octet() != 0;
        };
    }

    private static SortedMap<String, Object> custom(CompactReader in) {
        var fields = new TreeMap<String, Object>();
        for (long left = in.integer(); left > 0; left--) {
            fields.put(CustomFields.name(in.integer()), readTagged(in));
        }
        return Collections.unmodifiableSortedMap(fields);
    }

    private static Object readTagged(CompactReader in) {
        int tag = in.octet();
        return switch (tag) {
            case TEXT -> in.text();
            case NUMBER -> in.decimal();
            case TRUE, FALSE -> tag == TRUE;
            default -> throw new IllegalArgumentException("a custom field of kind " + tag);
        };
    }
}
