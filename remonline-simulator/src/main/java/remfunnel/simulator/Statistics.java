package remfunnel.simulator;

import java.util.Map;

/** Requests since the last reset; keys are counted by the number of their account. */
public record Statistics(
        long requests,
        long orderLists,
        long ordersById,
        long tokens,
        long tooMany,
        long faults,
        long moves,
        Map<String, Long> byPath,
        Map<Integer, Long> byAccount,
        Map<Integer, Long> byStatus) {}
