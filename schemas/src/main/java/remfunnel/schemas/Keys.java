package remfunnel.schemas;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import remfunnel.Component;
import remfunnel.DictionaryKind;

/** How keys are written. The connector id stands first in each and holds no slash. */
public final class Keys {

    private static final Pattern CONNECTOR_ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    /** So many digits always fit into a long. */
    private static final Pattern ORDER = Pattern.compile("[^/]+/(-?\\d{1,18})");

    private Keys() {}

    /** Whether the text can be a connector's id. */
    public static boolean isConnectorId(String text) {
        return CONNECTOR_ID.matcher(text).matches();
    }

    /** The part before the first slash: the connector that a key belongs to; the whole key where there is none. */
    public static String connectorOf(String key) {
        int slash = key.indexOf('/');
        return slash < 0 ? key : key.substring(0, slash);
    }

    /** Of {@code remonline.orders} and {@code funnel.facts}. */
    public static String order(String connectorId, long orderId) {
        return connectorId + '/' + orderId;
    }

    /** The order of such a key; empty where it is none. */
    public static OptionalLong orderOf(String key) {
        Matcher matcher = ORDER.matcher(key);
        return matcher.matches() ? OptionalLong.of(Long.parseLong(matcher.group(1))) : OptionalLong.empty();
    }

    /** Of {@code funnel.transitions}. */
    public static String transition(String connectorId, long orderId, int n) {
        return order(connectorId, orderId) + '/' + n;
    }

    /**
     * Of {@code funnel.totals}.
     *
     * @param locationId empty where the orders have none
     */
    public static String total(String connectorId, LocalDate day, Optional<Long> locationId, String stageId) {
        return connectorId
                + '/'
                + day
                + '/'
                + locationId.map(id -> Long.toString(id)).orElse("-")
                + '/'
                + stageId;
    }

    /** Of {@code funnel.status}. */
    public static String status(String connectorId, Component component) {
        return connectorId + '/' + component;
    }

    /** Of {@code remonline.dictionaries}. */
    public static String dictionary(String connectorId, DictionaryKind kind, String id) {
        return connectorId + '/' + kind + '/' + id;
    }
}
