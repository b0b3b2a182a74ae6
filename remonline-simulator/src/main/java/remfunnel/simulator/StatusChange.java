package remfunnel.simulator;

import java.time.Instant;

/** One true change of an order's status, to the second. */
public record StatusChange(Instant at, int statusId) {
    static StatusChange unpack(long packed) {
        return new StatusChange(Instant.ofEpochSecond(packed >>> 32), (int) packed);
    }

    static long pack(int second, int statusId) {
        return ((long) second << 32) | statusId;
    }
}
