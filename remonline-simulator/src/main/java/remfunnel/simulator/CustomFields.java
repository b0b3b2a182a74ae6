package remfunnel.simulator;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** The custom fields of an order: which keys it has depends on its type, and blanks differ by kind of field. */
final class CustomFields {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd.MM.yyyy").withZone(ZoneOffset.UTC);

    private CustomFields() {}

    static Map<String, Object> v1(OrderView view, boolean datesAsText) {
        var fields = drawn(view, "");
        date(view).ifPresent(day -> fields.put("f920003", datesAsText ? DAY.format(day) : day.toEpochMilli()));
        fields.putAll(view.stored().edit().customFields());
        return fields;
    }

    static Map<String, Object> v2(OrderView view) {
        var fields = drawn(view, null);
        fields.put("f920003", date(view).map(Instant::toString).orElse(null));
        fields.putAll(view.stored().edit().customFields());
        return fields;
    }

    /** A blank number is empty text in v1 and null in v2. */
    private static Map<String, Object> drawn(OrderView view, Object blank) {
        var random = Draws.of(17, view.index(), 12);
        var fields = Json.object("f920001", Draws.pick(random, new String[] {"Курьер", "Самовывоз", ""}));
        fields.put("f920002", random.nextBoolean() ? (Object) (1 + random.nextInt(5)) : blank);
        if (view.orderTypeId() != 130002) {
            fields.put("f920004", random.nextBoolean());
            fields.put("f920005", random.nextInt(3) == 0 ? "Позвонить заранее" : "");
        }
        return fields;
    }

    private static java.util.Optional<Instant> date(OrderView view) {
        boolean set = view.scheduledFor() != 0 && view.index() % 2 == 0;
        return set ? java.util.Optional.of(Instant.ofEpochSecond(view.scheduledFor())) : java.util.Optional.empty();
    }
}
