package remfunnel.ingest.polling;

import java.util.LinkedHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import remfunnel.ingest.source.PayloadHash;

/**
 * The orders that cannot be published. Each state of one counts once, however often windows show it; of more than can be remembered it is
 * only said that there are at least so many.
 */
public final class LeftOut {
    private static final Logger LOGGER = LoggerFactory.getLogger(LeftOut.class);
    private static final int REMEMBERED = 10_000;
    private static final int NAMED = 3;

    private final LinkedHashMap<PayloadHash, String> orders = new LinkedHashMap<>();
    private boolean isMore;

    /** Whether it is news; {@code words} name the order and what is wrong with it, and quote nothing else. */
    synchronized boolean add(String connectorId, PayloadHash hash, String words) {
        if (orders.putIfAbsent(hash, words) != null) {
            return false;
        }
        if (orders.size() > REMEMBERED) {
            orders.pollFirstEntry();
            isMore = true;
        }
        LOGGER.atWarn()
                .addKeyValue("connector", connectorId)
                .addKeyValue("order", words)
                .log("An order cannot be published and is left out");
        return true;
    }

    /** For the status; empty where no order is left out. */
    public synchronized String message() {
        if (orders.isEmpty()) {
            return "";
        }
        var latest = orders.values().stream().skip(Math.max(0, orders.size() - NAMED));
        return "Orders left out since ingest began, as they cannot be published: %s%d; the latest: %s."
                .formatted(isMore ? "at least " : "", orders.size(), latest.collect(Collectors.joining(", ")));
    }
}
