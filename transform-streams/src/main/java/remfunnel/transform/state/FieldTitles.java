package remfunnel.transform.state;

import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;

/** What the account's own fields are called, by their names ({@code f1482}). */
public record FieldTitles(SortedMap<String, String> byName) {
    public static final FieldTitles NONE = new FieldTitles(new TreeMap<>());

    public FieldTitles {
        byName = Collections.unmodifiableSortedMap(new TreeMap<>(byName));
    }

    Bytes encode() {
        int size = byName.entrySet().stream()
                .mapToInt(
                        each -> Packing.size(Packing.text(each.getKey())) + Packing.size(Packing.text(each.getValue())))
                .sum();
        var target = ByteBuffer.allocate(size);
        for (Map.Entry<String, String> each : byName.entrySet()) {
            Packing.put(target, Packing.text(each.getKey()));
            Packing.put(target, Packing.text(each.getValue()));
        }
        return Bytes.wrap(target.array());
    }

    static FieldTitles decode(Bytes bytes) {
        var source = ByteBuffer.wrap(bytes.get());
        SortedMap<String, String> titles = new TreeMap<>();
        while (source.hasRemaining()) {
            titles.put(Packing.text(Packing.take(source)), Packing.text(Packing.take(source)));
        }
        return titles.isEmpty() ? NONE : new FieldTitles(titles);
    }
}
