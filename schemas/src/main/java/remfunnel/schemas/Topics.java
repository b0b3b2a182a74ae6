package remfunnel.schemas;

import static remfunnel.schemas.Topic.Cleanup.COMPACT;
import static remfunnel.schemas.Topic.Cleanup.COMPACT_LATE;
import static remfunnel.schemas.Topic.Cleanup.DELETE;
import static remfunnel.schemas.Topic.Partitioning.BY_CONNECTOR;
import static remfunnel.schemas.Topic.Partitioning.SINGLE;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import remfunnel.ApiToken;
import remfunnel.AuditEntry;
import remfunnel.Checkpoint;
import remfunnel.ConnectorStatus;
import remfunnel.DictionaryEntry;
import remfunnel.Draft;
import remfunnel.EncryptedSecret;
import remfunnel.FunnelConfig;
import remfunnel.FunnelFact;
import remfunnel.FunnelTotal;
import remfunnel.OrderEvent;
import remfunnel.StageTransition;
import remfunnel.StatusesSeen;
import remfunnel.User;

/** Every topic there is. */
public final class Topics {

    static {
        AvroTrust.establish();
    }

    public static final Topic<FunnelConfig> CONFIG =
            new Topic<>("funnel.config", FunnelConfig.class, "connector", COMPACT_LATE, Optional.empty(), SINGLE);
    public static final Topic<FunnelConfig> CONFIG_ACTIVE =
            compacted("funnel.config.active", FunnelConfig.class, "connector");
    public static final Topic<EncryptedSecret> CREDENTIALS =
            compacted("funnel.credentials", EncryptedSecret.class, "connector");
    public static final Topic<ConnectorStatus> STATUS =
            compacted("funnel.status", ConnectorStatus.class, "connector/component");
    public static final Topic<OrderEvent> ORDERS = new Topic<>(
            "remonline.orders", OrderEvent.class, "connector/order", DELETE, Optional.empty(), BY_CONNECTOR);
    public static final Topic<DictionaryEntry> DICTIONARIES =
            compacted("remonline.dictionaries", DictionaryEntry.class, "connector/kind/id");
    public static final Topic<Checkpoint> CHECKPOINTS = compacted("ingest.checkpoints", Checkpoint.class, "connector");
    public static final Topic<FunnelFact> FACTS = compacted("funnel.facts", FunnelFact.class, "connector/order");
    public static final Topic<StageTransition> TRANSITIONS =
            compacted("funnel.transitions", StageTransition.class, "connector/order/n");
    public static final Topic<FunnelTotal> TOTALS =
            compacted("funnel.totals", FunnelTotal.class, "connector/day/location/stage");
    public static final Topic<byte[]> REJECTS = new Topic<>(
            "funnel.rejects",
            byte[].class,
            "as the record refused",
            DELETE,
            Optional.of(Duration.ofDays(30)),
            BY_CONNECTOR);
    public static final Topic<User> USERS = whole("config.users", User.class, "user");
    public static final Topic<ApiToken> TOKENS = whole("config.tokens", ApiToken.class, "token");
    public static final Topic<AuditEntry> AUDIT = whole("config.audit", AuditEntry.class, "moment/entry");

    public static final Topic<Draft> DRAFTS = whole("config.drafts", Draft.class, "connector/owner");

    public static final Topic<StatusesSeen> STATUSES_SEEN =
            whole("config.statuses-seen", StatusesSeen.class, "connector");

    /** In the order of design and documentation. */
    public static final List<Topic<?>> ALL = List.of(
            CONFIG,
            CONFIG_ACTIVE,
            CREDENTIALS,
            STATUS,
            ORDERS,
            DICTIONARIES,
            CHECKPOINTS,
            FACTS,
            TRANSITIONS,
            TOTALS,
            REJECTS,
            USERS,
            TOKENS,
            AUDIT,
            DRAFTS,
            STATUSES_SEEN);

    private Topics() {}

    /** Small, and read whole by every instance of config-service: one partition, one order. */
    private static <V> Topic<V> whole(String name, Class<V> valueType, String key) {
        return new Topic<>(name, valueType, key, COMPACT, Optional.empty(), SINGLE);
    }

    private static <V> Topic<V> compacted(String name, Class<V> valueType, String key) {
        return new Topic<>(name, valueType, key, COMPACT, Optional.empty(), BY_CONNECTOR);
    }
}
