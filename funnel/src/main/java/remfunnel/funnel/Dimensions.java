package remfunnel.funnel;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a fact says beside its amounts; a missing value is left out. */
record Dimensions(List<Field> fields) {
    Dimensions {
        fields = List.copyOf(fields);
    }

    SortedMap<String, String> of(OrderView view) {
        var texts = new TreeMap<String, String>();
        for (var field : fields) {
            text(field, view).ifPresent(text -> {
                texts.put(field.name(), text);
                field.reference()
                        .flatMap(kind -> view.names().name(kind, text))
                        .ifPresent(name -> texts.put(field.name() + "_name", name));
            });
        }
        return texts;
    }

    /** A custom field that is defined as a time may come as epoch milliseconds, which say nothing to a person. */
    private static Optional<String> text(Field field, OrderView view) {
        var moment = field.type() == FieldType.TIME
                ? view.time(field.name(), ZoneOffset.UTC).map(Instant::toString)
                : Optional.<String>empty();
        return moment.or(() -> view.text(field.name()));
    }
}
