package remfunnel.config.export;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which records of one partition are the last of their keys. Keys count by a 128-bit digest and live records by a bit. Memory is bounded:
 * when there are more keys than may be held, those of one half of the digests are left to a further pass over the same records. What compaction
 * emptied takes no bits: offsets are numbered by the pages of them that hold records.
 */
final class LiveOffsets {
    private static final int FIRST_SLOTS = 1 << 12;
    private static final int PAGE_BITS = 10;
    private static final int MOST_PAGES = Integer.MAX_VALUE >>> PAGE_BITS;

    private final MessageDigest digest = md5();
    private final BitSet live = new BitSet();
    private final Deque<Slice> slices = new ArrayDeque<>();
    private final Map<Long, Integer> pages = new HashMap<>();
    private final int mostKeys;
    private Slice slice = new Slice(0, 0);
    private DigestTable keys = new DigestTable(FIRST_SLOTS);

    /** The keys whose digests end with these bits. */
    private record Slice(long mask, long bits) {
        boolean holds(long low) {
            return (low & mask) == bits;
        }

        Slice lesserHalf() {
            return new Slice(2 * mask + 1, bits);
        }

        Slice greaterHalf() {
            return new Slice(2 * mask + 1, bits + mask + 1);
        }
    }

    LiveOffsets(int mostKeys) {
        this.mostKeys = mostKeys;
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Records in the order of their offsets, all of them in each pass; a tombstone leaves none of its key. */
    void add(byte[] key, long offset, boolean tombstone) {
        ByteBuffer hash = ByteBuffer.wrap(digest.digest(key));
        long high = hash.getLong();
        long low = hash.getLong();
        if (slice.holds(low)) {
            int position = position(offset);
            int former = keys.put(high, low, position);
            if (former >= 0) {
                live.clear(former);
            }
            live.set(position, !tombstone);
            makeRoom();
        }
    }

    private int position(long offset) {
        int page = pages.computeIfAbsent(offset >>> PAGE_BITS, next -> pages.size());
        if (page >= MOST_PAGES) {
            throw new IllegalStateException("a partition of a compacted topic holds records in more than " + MOST_PAGES
                    + " stretches of " + (1 << PAGE_BITS)
                    + " offsets, which is more than can be told apart: let Kafka compact it");
        }
        return within(page, offset);
    }

    private static int within(int page, long offset) {
        return (page << PAGE_BITS) | (int) (offset & ((1 << PAGE_BITS) - 1));
    }

    /** What the other half left behind is judged anew in its own pass. */
    private void makeRoom() {
        while (keys.size() > mostKeys) {
            slices.push(slice.greaterHalf());
            slice = slice.lesserHalf();
            Slice kept = slice;
            keys = keys.retain((low, position) -> {
                if (!kept.holds(low)) {
                    live.clear(position);
                }
                return kept.holds(low);
            });
        }
    }

    /** Whether the records must be added once more; when not, the keys are let go. */
    boolean needsAnotherPass() {
        keys = new DigestTable(slices.isEmpty() ? 1 : FIRST_SLOTS);
        boolean more = !slices.isEmpty();
        if (more) {
            slice = slices.pop();
        }
        return more;
    }

    boolean isLive(long offset) {
        var page = Optional.ofNullable(pages.get(offset >>> PAGE_BITS));
        return page.isPresent() && live.get(within(page.get(), offset));
    }

    int count() {
        return live.cardinality();
    }
}
