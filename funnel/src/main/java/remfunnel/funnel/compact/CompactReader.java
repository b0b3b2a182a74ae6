package remfunnel.funnel.compact;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Reads what {@link CompactWriter} wrote; bytes that it cannot have written are an {@link IllegalArgumentException}. */
public final class CompactReader {
    private static final int LONGEST_SHIFT = 63;

    private final byte[] bytes;
    private int position;

    public CompactReader(byte[] bytes) {
        this.bytes = bytes;
    }

    public int octet() {
        return bytes[advance(1)] & 0xFF;
    }

    public long integer() {
        long folded = unsigned();
        return (folded >>> 1) ^ -(folded & 1);
    }

    public String text() {
        int length = length();
        return new String(bytes, advance(length), length, StandardCharsets.UTF_8);
    }

    public Instant time() {
        long value = integer();
        return (value & 1) == 0 ? Instant.ofEpochSecond(value >> 1) : Instant.ofEpochMilli(value >> 1);
    }

    public BigDecimal decimal() {
        long head = integer();
        int scale = Math.toIntExact(head >> 1);
        return (head & 1) == 0 ? BigDecimal.valueOf(integer(), scale) : new BigDecimal(big(), scale);
    }

    public boolean isAtEnd() {
        return position == bytes.length;
    }

    private BigInteger big() {
        int length = length();
        return new BigInteger(bytes, advance(length), length);
    }

    private int length() {
        long length = unsigned();
        if (length < 0 || length > bytes.length - position) {
            throw new IllegalArgumentException(
                    "a length of " + length + " at byte " + position + " of " + bytes.length + " leads past the end");
        }
        return (int) length;
    }

    private long unsigned() {
        long value = 0;
        for (int shift = 0; shift <= LONGEST_SHIFT; shift += 7) {
            int octet = octet();
            value |= (octet & 0x7FL) << shift;
            if (octet < 0x80) {
                return value;
            }
        }
        throw new IllegalArgumentException("a number longer than ten bytes ends at byte " + position);
    }

    private int advance(int length) {
        if (length > bytes.length - position) {
            throw new IllegalArgumentException("the bytes end at " + bytes.length + ", in the middle of a value");
        }
        int from = position;
        position += length;
        return from;
    }
}
