package remfunnel.config.export;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.BitSet;

/**
 * Which records of one partition are the last of their keys. Keys count by a 128-bit digest and live records by a bit, so that a million
 * of them take tens of megabytes instead of hundreds.
 */
final class LiveOffsets {
    private static final int FIRST_SLOTS = 1 << 12;

    private final MessageDigest digest = md5();
    private final BitSet live = new BitSet();
    private final long base;
    private long[] slots = new long[3 * FIRST_SLOTS];
    private int keys;

    LiveOffsets(long base) {
        this.base = base;
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Records in the order of their offsets; a tombstone leaves none of its key. */
    void add(byte[] key, long offset, boolean tombstone) {
        ByteBuffer hash = ByteBuffer.wrap(digest.digest(key));
        int slot = slot(hash.getLong(), hash.getLong());
        int former = (int) slots[slot + 2] - 1;
        if (former >= 0) {
            live.clear(former);
        }
        int position = Math.toIntExact(offset - base);
        slots[slot + 2] = position + 1L;
        live.set(position, !tombstone);
    }

    private int slot(long high, long low) {
        if (2 * keys >= slots.length / 3) {
            grow();
        }
        int slot = find(slots, high, low);
        if (slots[slot + 2] == 0) {
            slots[slot] = high;
            slots[slot + 1] = low;
            keys++;
        }
        return slot;
    }

    /** The slot of the key, or the free one where it belongs; a free slot holds 0 as its position. */
    private static int find(long[] slots, long high, long low) {
        int count = slots.length / 3;
        int index = (int) (high & (count - 1));
        while (slots[3 * index + 2] != 0 && (slots[3 * index] != high || slots[3 * index + 1] != low)) {
            index = (index + 1) & (count - 1);
        }
        return 3 * index;
    }

    private void grow() {
        long[] larger = new long[2 * slots.length];
        for (int old = 0; old < slots.length; old += 3) {
            if (slots[old + 2] != 0) {
                System.arraycopy(slots, old, larger, find(larger, slots[old], slots[old + 1]), 3);
            }
        }
        slots = larger;
    }

    /** The keys are needed no longer. */
    BitSet finish() {
        slots = new long[0];
        return live;
    }

    boolean isLive(long offset) {
        return live.get(Math.toIntExact(offset - base));
    }

    int count() {
        return live.cardinality();
    }
}
