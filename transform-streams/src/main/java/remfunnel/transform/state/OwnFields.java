package remfunnel.transform.state;

import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;

/** The definitions of the account's own fields, by their names ({@code f1482}). */
public record OwnFields(SortedMap<String, Definition> byName) {
    public static final OwnFields NONE = new OwnFields(new TreeMap<>());

    /** As the source defines a field; the title is empty when it was deleted, the type is its code, empty when there is none. */
    public record Definition(String title, String type) {}

    public OwnFields {
        byName = Collections.unmodifiableSortedMap(new TreeMap<>(byName));
    }

    /** Read back by {@link #decode}. */
    public Bytes encode() {
        int size = byName.entrySet().stream()
                .mapToInt(each -> size(each.getKey(), each.getValue()))
                .sum();
        var target = ByteBuffer.allocate(size);
        byName.forEach((name, definition) -> {
            Packing.put(target, Packing.text(name));
            Packing.put(target, Packing.text(definition.title()));
            Packing.put(target, Packing.text(definition.type()));
        });
        return Bytes.wrap(target.array());
    }

    private static int size(String name, Definition definition) {
        return Packing.size(Packing.text(name))
                + Packing.size(Packing.text(definition.title()))
                + Packing.size(Packing.text(definition.type()));
    }

    public static OwnFields decode(Bytes bytes) {
        var source = ByteBuffer.wrap(bytes.get());
        SortedMap<String, Definition> fields = new TreeMap<>();
        while (source.hasRemaining()) {
            var name = Packing.text(Packing.take(source));
            fields.put(name, new Definition(Packing.text(Packing.take(source)), Packing.text(Packing.take(source))));
        }
        return fields.isEmpty() ? NONE : new OwnFields(fields);
    }
}
