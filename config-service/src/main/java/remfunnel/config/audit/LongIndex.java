package remfunnel.config.audit;

/** Numbers numbered from 0 in the order they come: 12 bytes a slot, where a map of objects takes six times that. */
final class LongIndex {
    private static final int FIRST_SLOTS = 1 << 4;
    static final int ABSENT = -1;

    private long[] numbers = new long[FIRST_SLOTS];
    /** One more than the index; 0 where the slot is free. */
    private int[] indexes = new int[FIRST_SLOTS];

    private int size;

    int size() {
        return size;
    }

    int find(long number) {
        return indexes[slot(number)] - 1;
    }

    /** Its index; the next one where it was absent. */
    int add(long number) {
        int slot = slot(number);
        if (indexes[slot] != 0) {
            return indexes[slot] - 1;
        }
        numbers[slot] = number;
        indexes[slot] = ++size;
        int added = size - 1;
        if (4L * size > 3L * indexes.length) {
            grow();
        }
        return added;
    }

    private int slot(long number) {
        long mixed = number * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 32) & (indexes.length - 1);
        while (indexes[slot] != 0 && numbers[slot] != number) {
            slot = (slot + 1) & (indexes.length - 1);
        }
        return slot;
    }

    private void grow() {
        long[] oldNumbers = numbers;
        int[] oldIndexes = indexes;
        numbers = new long[2 * oldNumbers.length];
        indexes = new int[2 * oldIndexes.length];
        for (int i = 0; i < oldIndexes.length; i++) {
            if (oldIndexes[i] != 0) {
                int slot = slot(oldNumbers[i]);
                numbers[slot] = oldNumbers[i];
                indexes[slot] = oldIndexes[i];
            }
        }
    }
}
