package remfunnel.simulator;

import java.util.Map;
import java.util.TreeMap;

/** Counts requests by path (ids taken out), account and answer. */
final class Counters {
    private final Map<String, Long> byPath = new TreeMap<>();
    private final Map<Integer, Long> byAccount = new TreeMap<>();
    private final Map<Integer, Long> byStatus = new TreeMap<>();
    private long requests;

    synchronized void request(String path) {
        requests++;
        byPath.merge(path.replaceAll("\\d{3,}", "{id}"), 1L, Long::sum);
    }

    synchronized void account(int number) {
        byAccount.merge(number, 1L, Long::sum);
    }

    synchronized void answered(int status) {
        byStatus.merge(status, 1L, Long::sum);
    }

    synchronized void reset() {
        requests = 0;
        byPath.clear();
        byAccount.clear();
        byStatus.clear();
    }

    synchronized Statistics read(long faults, long moves) {
        return new Statistics(
                requests,
                count("/order") + count("/v2/orders"),
                count("/order/{id}") + count("/v2/orders/{id}") + count("/v2/orders/{id}/items"),
                count("/token/new"),
                byStatus.getOrDefault(429, 0L),
                faults,
                moves,
                Map.copyOf(byPath),
                Map.copyOf(byAccount),
                Map.copyOf(byStatus));
    }

    private long count(String path) {
        return byPath.getOrDefault(path, 0L);
    }
}
