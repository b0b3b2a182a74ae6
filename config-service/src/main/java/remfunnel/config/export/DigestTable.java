package remfunnel.config.export;

/** Digests and a position for each, in arrays: 20 bytes a slot. */
final class DigestTable {
    private final int slots;
    private long[] highs;
    private long[] lows;
    /** One more than the position; 0 where the slot is free. */
    private int[] positions;

    private int size;

    /** Whether an entry stays. */
    interface Choice {
        boolean keeps(long low, int position);
    }

    /** A power of two. */
    DigestTable(int slots) {
        this.slots = slots;
        this.highs = new long[slots];
        this.lows = new long[slots];
        this.positions = new int[slots];
    }

    int size() {
        return size;
    }

    /** The position that the digest had, or -1. */
    int put(long high, long low, int position) {
        if (4L * size >= 3L * positions.length) {
            grow();
        }
        int slot = find(high, low);
        int former = positions[slot] - 1;
        highs[slot] = high;
        lows[slot] = low;
        positions[slot] = position + 1;
        size += former < 0 ? 1 : 0;
        return former;
    }

    DigestTable retain(Choice choice) {
        DigestTable kept = new DigestTable(slots);
        for (int slot = 0; slot < positions.length; slot++) {
            if (positions[slot] != 0 && choice.keeps(lows[slot], positions[slot] - 1)) {
                kept.put(highs[slot], lows[slot], positions[slot] - 1);
            }
        }
        return kept;
    }

    /** The slot of the digest, or the free one where it belongs. */
    private int find(long high, long low) {
        int index = (int) high & (positions.length - 1);
        while (positions[index] != 0 && (highs[index] != high || lows[index] != low)) {
            index = (index + 1) & (positions.length - 1);
        }
        return index;
    }

    private void grow() {
        DigestTable larger = new DigestTable(2 * positions.length);
        for (int slot = 0; slot < positions.length; slot++) {
            if (positions[slot] != 0) {
                larger.put(highs[slot], lows[slot], positions[slot] - 1);
            }
        }
        highs = larger.highs;
        lows = larger.lows;
        positions = larger.positions;
    }
}
