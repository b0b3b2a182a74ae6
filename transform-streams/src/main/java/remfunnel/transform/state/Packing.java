package remfunnel.transform.state;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Bytes;

/** How values of varying length are written: their length, then they. */
final class Packing {
    private Packing() {}

    static int size(Bytes bytes) {
        return Integer.BYTES + bytes.get().length;
    }

    static ByteBuffer put(ByteBuffer target, Bytes bytes) {
        return target.putInt(bytes.get().length).put(bytes.get());
    }

    static Bytes take(ByteBuffer source) {
        var bytes = new byte[source.getInt()];
        source.get(bytes);
        return Bytes.wrap(bytes);
    }

    static Bytes text(String text) {
        return Bytes.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    static String text(Bytes bytes) {
        return new String(bytes.get(), StandardCharsets.UTF_8);
    }

    /** Refuses what a newer release wrote rather than misread it. */
    static ByteBuffer open(byte[] bytes, byte version) {
        var source = ByteBuffer.wrap(bytes);
        byte found = source.get();
        if (found != version) {
            throw new IllegalStateException(
                    "state was written in format " + found + " by another release, this one reads " + version
                            + ": reset the application, it derives everything again");
        }
        return source;
    }
}
