package remfunnel.transform.topology;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import remfunnel.funnel.Funnel;
import remfunnel.schemas.Records;
import remfunnel.schemas.Topics;
import remfunnel.transform.state.Books;
import remfunnel.transform.state.Connector;

/** Keeps what orders are judged by ready: compiled once a revision, and again when a name changed. */
final class Benches {
    private static final Logger LOGGER = LoggerFactory.getLogger(Benches.class);

    private final Books books;
    private final ConfigCheck check;
    private final FactWriter facts;
    private final Map<String, Bench> ready = new HashMap<>();

    Benches(Books books, Records records) {
        this.books = books;
        this.check = new ConfigCheck(records.reader(Topics.CONFIG_ACTIVE));
        this.facts = new FactWriter(records.serializer(Topics.FACTS));
    }

    Bench of(String connector) {
        var now = books.connector(connector);
        var bench = ready.get(connector);
        if (bench == null || !bench.isOf(now)) {
            bench = prepare(connector, now);
            ready.put(connector, bench);
        }
        return bench;
    }

    private Bench prepare(String connector, Connector now) {
        var names = new KnownNames(books.namesOf(connector));
        return new Bench(now, now.active().flatMap(active -> compile(connector, active)), names, facts);
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
