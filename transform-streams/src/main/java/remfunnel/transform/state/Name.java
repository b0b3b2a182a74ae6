package remfunnel.transform.state;

import java.nio.ByteBuffer;
import java.util.OptionalInt;

/**
 * What something of the source is called.
 *
 * @param group of a status
 */
public record Name(String name, OptionalInt group) {
    private static final byte FORMAT = 1;

    byte[] encode() {
        var text = Packing.text(name);
        var target = ByteBuffer.allocate(2 + Integer.BYTES + Packing.size(text))
                .put(FORMAT)
                .put((byte) (group.isPresent() ? 1 : 0))
                .putInt(group.orElse(0));
        return Packing.put(target, text).array();
    }

    static Name decode(byte[] bytes) {
        var source = Packing.open(bytes, FORMAT);
        boolean grouped = source.get() == 1;
        int group = source.getInt();
        return new Name(Packing.text(Packing.take(source)), grouped ? OptionalInt.of(group) : OptionalInt.empty());
    }
}
