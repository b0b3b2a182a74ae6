package remfunnel.transform.topology;

import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import remfunnel.funnel.Funnel;
import remfunnel.funnel.Names;
import remfunnel.schemas.Records;
import remfunnel.schemas.Topics;
import remfunnel.transform.state.Connector;
import remfunnel.transform.state.KnownOrder;
import remfunnel.transform.state.Name;
import remfunnel.transform.state.OwnFields;

/** What the topology judges orders by, for those who only ask. Thread-safe. */
public final class SharedJudges {
    /** What a record of funnel.config may have at most. */
    public static final int MAX_DRAFT_BYTES = StampedConfig.MAX_VALUE_BYTES;

    private final ConfigCheck active;
    private final ConfigCheck drafts;
    private final FactWriter facts;

    public SharedJudges(Records records) {
        this.active = new ConfigCheck(records.reader(Topics.CONFIG_ACTIVE));
        this.drafts = new ConfigCheck(records.reader(Topics.CONFIG));
        this.facts = new FactWriter(records.serializer(Topics.FACTS));
    }

    /** What a draft turned out to be. */
    public sealed interface Draft {
        record Valid(Funnel funnel) implements Draft {}

        /** Says every problem, or that it cannot be decoded. */
        record Refused(String message) implements Draft {}
    }

    public static Names names(Map<String, Name> byKindAndId) {
        return new KnownNames(byKindAndId);
    }

    /** Of the configuration in force; empty as well when this release no longer accepts it. */
    public Optional<Funnel> inForce(String id, Connector connector) {
        return connector.active().flatMap(config -> {
            var result = check(active, config.config(), id, config.fields());
            return result instanceof ConfigCheck.Result.Valid valid ? Optional.of(valid.funnel()) : Optional.empty();
        });
    }

    /**
     * Whether judging the order now would change anything of what the topics were told of it.
     *
     * @param funnel of the configuration in force
     */
    public boolean isBehind(Connector connector, Optional<Funnel> funnel, Map<String, Name> names, KnownOrder known) {
        var judge = new ConnectorJudge(connector, funnel, new KnownNames(names), facts);
        synchronized (facts) {
            return judge.judged(known).filter(judged -> !judged.equals(known)).isPresent();
        }
    }

    /** A record of funnel.config as it would be judged if it were written now. */
    public Draft draft(String id, Bytes record, Map<String, Name> names) {
        if (record.get().length > MAX_DRAFT_BYTES) {
            return new Draft.Refused("the configuration is larger than " + MAX_DRAFT_BYTES + " bytes");
        }
        return switch (check(drafts, record, id, new KnownNames(names).ownFields())) {
            case ConfigCheck.Result.Valid valid -> new Draft.Valid(valid.funnel());
            case ConfigCheck.Result.Invalid invalid -> new Draft.Refused(invalid.message());
            case ConfigCheck.Result.Undecodable garbage -> new Draft.Refused(garbage.reason());
            case ConfigCheck.Result.Past past -> throw new IllegalStateException("a draft has no revision");
        };
    }

    /** Deserializers serve one thread at a time. */
    private static ConfigCheck.Result check(ConfigCheck by, Bytes record, String id, OwnFields fields) {
        synchronized (by) {
            return by.check(id, record.get(), fields);
        }
    }
}
