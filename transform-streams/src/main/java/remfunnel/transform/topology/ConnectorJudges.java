package remfunnel.transform.topology;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import remfunnel.funnel.Funnel;
import remfunnel.schemas.Records;
import remfunnel.schemas.Topics;
import remfunnel.transform.state.Connector;
import remfunnel.transform.state.TaskStores;

/** Keeps what orders are judged by ready: compiled once a revision, and again when a name changed. */
final class ConnectorJudges {
    private static final Logger LOGGER = LoggerFactory.getLogger(ConnectorJudges.class);

    private final TaskStores stores;
    private final ConfigCheck check;
    private final FactWriter facts;
    private final Map<String, ConnectorJudge> ready = new HashMap<>();

    ConnectorJudges(TaskStores stores, Records records) {
        this.stores = stores;
        this.check = new ConfigCheck(records.reader(Topics.CONFIG_ACTIVE));
        this.facts = new FactWriter(records.serializer(Topics.FACTS));
    }

    ConnectorJudge of(String connector) {
        var now = stores.connector(connector);
        var judge = ready.get(connector);
        if (judge == null || !judge.isOf(now)) {
            judge = prepare(connector, now);
            ready.put(connector, judge);
        }
        return judge;
    }

    private ConnectorJudge prepare(String connector, Connector now) {
        var names = new KnownNames(stores.namesOf(connector));
        return new ConnectorJudge(now, now.active().flatMap(active -> compile(connector, active)), names, facts);
    }

    /** What one release activated, a later one may refuse: then facts stay as they are until the configuration is mended. */
    private Optional<Funnel> compile(String connector, Connector.Active active) {
        var result = check.check(connector, active.config().get(), active.fields());
        if (result instanceof ConfigCheck.Result.Valid valid) {
            return Optional.of(valid.funnel());
        }
        LOGGER.atError()
                .addKeyValue("connector", connector)
                .addKeyValue("revision", active.revision())
                .addKeyValue("result", result)
                .log("The configuration in force is not valid for this release: its facts stay as they are");
        return Optional.empty();
    }

    void close() {
        facts.close();
    }
}
