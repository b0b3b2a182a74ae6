package remfunnel.transform.state;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Bytes;

/** How values of varying length are written: their length, then they. */
public final class Packing {
    /** A value that is not there. */
    public static final Bytes NOTHING = Bytes.wrap(new byte[0]);

    private Packing() {}

    static int size(Bytes... values) {
        int size = 0;
        for (var value : values) {
            size += Integer.BYTES + value.get().length;
        }
        return size;
    }

    static ByteBuffer put(ByteBuffer target, Bytes... values) {
        for (var value : values) {
            target.putInt(value.get().length).put(value.get());
        }
        return target;
    }

    static Bytes take(ByteBuffer source) {
        int length = source.getInt();
        if (length == 0) {
            return NOTHING;
        }
        var bytes = new byte[length];
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
            throw ofAnotherRelease(found, version);
        }
        return source;
    }

    static IllegalStateException ofAnotherRelease(int found, int read) {
        return new IllegalStateException("state was written in format " + found + " by another release, this one reads "
                + read + ": reset the application (./remfunnel replay --execute), it derives everything again");
    }
}
