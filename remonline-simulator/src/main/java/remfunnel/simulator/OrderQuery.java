package remfunnel.simulator;

import java.util.function.Predicate;

/** What a list of orders asks for. */
record OrderQuery(
        int page,
        boolean byModified,
        boolean descending,
        Window created,
        Window modified,
        Predicate<StoredOrder> rest) {

    boolean matches(StoredOrder order) {
        return created.contains(order.createdAt()) && modified.contains(order.modifiedAt()) && rest.test(order);
    }

    /** Whole seconds from first to last, both within. */
    record Window(long first, long last) {
        static final Window ALWAYS = new Window(0, Integer.MAX_VALUE);

        boolean isBounded() {
            return !equals(ALWAYS);
        }

        boolean contains(int second) {
            return second >= first && second <= last;
        }

        /** Borders in milliseconds: the lower one is rounded up and the upper one down to the seconds within. */
        static Window ofMillis(long from, long to) {
            long first = Math.clamp(Math.ceilDiv(from, 1000L), 0L, (long) Integer.MAX_VALUE);
            return new Window(first, Math.clamp(Math.floorDiv(to, 1000L), -1L, (long) Integer.MAX_VALUE));
        }
    }
}
