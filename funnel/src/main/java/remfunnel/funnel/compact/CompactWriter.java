package remfunnel.funnel.compact;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/** Writes values one after the other; {@link CompactReader} reads them in the same order. */
public final class CompactWriter {
    private static final int LONG_BITS = 63;

    private byte[] bytes = new byte[256];
    private int size;

    public CompactWriter octet(int value) {
        reserve(1);
        bytes[size++] = (byte) value;
        return this;
    }

    /** Small numbers of either sign take one byte. */
    public CompactWriter integer(long value) {
        return unsigned((value << 1) ^ (value >> LONG_BITS));
    }

    public CompactWriter text(String value) {
        var utf8 = value.getBytes(StandardCharsets.UTF_8);
        return unsigned(utf8.length).octets(utf8);
    }

    /** Whole seconds, which is what the source knows, take a byte less than milliseconds. */
    public CompactWriter time(Instant value) {
        long millis = value.toEpochMilli();
        return millis % 1000 == 0 ? integer((millis / 1000) << 1) : integer((millis << 1) | 1);
    }

    /** The exact numeric value and its scale. */
    public CompactWriter decimal(BigDecimal value) {
        var unscaled = value.unscaledValue();
        boolean isLong = unscaled.bitLength() <= LONG_BITS;
        integer(((long) value.scale() << 1) | (isLong ? 0 : 1));
        return isLong ? integer(unscaled.longValue()) : big(unscaled);
    }

    public byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    private CompactWriter big(BigInteger value) {
        var octets = value.toByteArray();
        return unsigned(octets.length).octets(octets);
    }

    private CompactWriter unsigned(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            octet((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        return octet((int) rest);
    }

    private CompactWriter octets(byte[] octets) {
        reserve(octets.length);
        System.arraycopy(octets, 0, bytes, size, octets.length);
        size += octets.length;
        return this;
    }

    private void reserve(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
