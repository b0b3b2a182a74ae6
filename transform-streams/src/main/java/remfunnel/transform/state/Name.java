package remfunnel.transform.state;

import java.nio.ByteBuffer;
import java.util.OptionalInt;

/**
 * What something of the source is called.
 *
 * @param name empty of a field of the account's own that was deleted
 * @param group of a status
 * @param type of a field of the account's own, as the source codes it; empty of anything else
 */
public record Name(String name, OptionalInt group, String type) {
    private static final byte FORMAT = 1;

    byte[] encode() {
        var text = Packing.text(name);
        var code = Packing.text(type);
        var target = ByteBuffer.allocate(2 + Integer.BYTES + Packing.size(text, code))
                .put(FORMAT)
                .put((byte) (group.isPresent() ? 1 : 0))
                .putInt(group.orElse(0));
        return Packing.put(target, text, code).array();
    }

    static Name decode(byte[] bytes) {
        var source = Packing.open(bytes, FORMAT);
        boolean grouped = source.get() == 1;
        int group = source.getInt();
        var name = Packing.text(Packing.take(source));
        return new Name(
                name, grouped ? OptionalInt.of(group) : OptionalInt.empty(), Packing.text(Packing.take(source)));
    }
}
