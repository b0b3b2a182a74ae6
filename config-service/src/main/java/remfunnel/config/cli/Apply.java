package remfunnel.config.cli;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import remfunnel.DictionaryKind;
import remfunnel.FilterSettings;
import remfunnel.FunnelConfig;
import remfunnel.UnmappedPolicy;
import remfunnel.config.document.ApiKey;
import remfunnel.config.document.ConnectorReading;
import remfunnel.config.document.ConnectorWriter;
import remfunnel.config.document.Fault;
import remfunnel.config.document.References;
import remfunnel.funnel.Text;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Brings a connector to what its file says: connect, learn the names, write, wait. */
final class Apply {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ConnectorFile file;
    private final ConfigClient client;
    private final Watch watch;
    private final Terminal terminal;
    private final Set<DictionaryKind> named = EnumSet.noneOf(DictionaryKind.class);
    private final ConnectorReading.Read sketch;
    private final String id;

    Apply(ConnectorFile file, ConfigClient client, Watch watch, Terminal terminal) {
        this.file = file;
        this.client = client;
        this.watch = watch;
        this.terminal = terminal;
        this.sketch = file.connector((kind, name) -> {
            named.add(kind);
            return new References.Found.Id("0");
        });
        this.id = sketch.config().getConnectorId();
    }

    /** What a plan told of, or nothing: no write may come between the check and this one. */
    void runAsPlanned(PlanMade plan, boolean wait) {
        Answer there = client.get("/api/connectors/" + id);
        if (there.isMissing()) {
            throw new CommandFailure(id + " does not exist any more: plan again");
        }
        FunnelConfig planned = resolved(false);
        plan.check(id, there.orFail(), planned);
        put(planned, there.etag());
        storeKey();
        finish(wait);
    }

    void run(boolean wait) {
        Answer there = client.get("/api/connectors/" + id);
        if (there.isMissing()) {
            key();
            create(wait);
        } else {
            there.orFail();
            change(wait);
        }
    }

    private void create(boolean wait) {
        if (named.isEmpty()) {
            put(sketch.config(), Optional.empty());
            storeKey();
        } else {
            connect();
            configure();
        }
        finish(wait);
    }

    private void change(boolean wait) {
        if (!named.isEmpty() && !watch.knowsNames(id)) {
            revise(true);
            configure();
            finish(wait);
            return;
        }
        boolean written = write(resolved(false));
        boolean keyChanged = storeKey();
        if (written) {
            finish(wait);
        } else {
            sayUnchanged(wait, keyChanged);
        }
    }

    /** Names come only once the source takes the key, so here the key goes first. */
    private void configure() {
        try {
            storeKey();
            write(resolved(true));
        } catch (CommandFailure failure) {
            pauseIfWished();
            throw new CommandFailure(failure.getMessage() + "\n" + id
                    + ": connected, but not configured: the connector is kept; mend the file and apply again, or"
                    + " ./remfunnel connectors remove " + id);
        }
    }

    /** Connecting took polling: a file that says enabled: false gets its way also when it is not taken. */
    private void pauseIfWished() {
        if (sketch.config().getEnabled()) {
            return;
        }
        try {
            revise(false);
        } catch (CommandFailure failure) {
            terminal.err().println(id + ": could not be paused: " + failure.getMessage());
        }
    }

    /** The file's source in the connector as it is, so that ingest can learn the names. */
    private void revise(boolean enabled) {
        Answer there = client.get("/api/connectors/" + id);
        JsonNode latest = ConnectorsCommand.latestAccepted(there.orFail());
        Map<String, JsonNode> revised = new LinkedHashMap<>();
        latest.properties().forEach(entry -> revised.put(entry.getKey(), entry.getValue()));
        revised.put("source", wire(sketch.config()).path("source"));
        revised.put("enabled", JSON.valueToTree(enabled));
        if (!JSON.valueToTree(revised).equals(latest)) {
            put(revised, there.etag());
        }
    }

    private void sayUnchanged(boolean wait, boolean keyChanged) {
        JsonNode now = client.get("/api/connectors/" + id).orFail();
        if (wait && now.has("pending")) {
            watch.untilActive(id, now.path("latest-revision").asLong());
        }
        String what = keyChanged ? "new API key stored; nothing else changed" : "nothing changed";
        terminal.out()
                .println(id + ": " + what + ", revision "
                        + now.path("latest-revision").asLong());
    }

    private void finish(boolean wait) {
        long revision = client.get("/api/connectors/" + id)
                .orFail()
                .path("latest-revision")
                .asLong();
        if (wait) {
            watch.untilActive(id, revision);
        }
        terminal.out().println(id + ": applied, revision " + revision);
    }

    private ApiKey key() {
        return sketch.apiKey()
                .orElseThrow(() -> file.refused(List.of(new Fault(
                        "NO_KEY",
                        "source.api-key",
                        0,
                        0,
                        Text.of(
                                "is needed to connect a connector never seen; for example: api-key: ${env:REMONLINE_API_KEY}",
                                "нужен, чтобы подключиться впервые")))));
    }

    private boolean storeKey() {
        Optional<ApiKey> key = sketch.apiKey();
        return key.isPresent()
                && client.putKey(id, key.get()).orFail().path("changed").asBoolean(false);
    }

    /** First what needs no names, so that ingest learns them. No fact flows yet. */
    private void connect() {
        FunnelConfig bare = FunnelConfig.newBuilder(sketch.config())
                .setEnabled(true)
                .setFilter(FilterSettings.newBuilder().build())
                .setStages(List.of())
                .setUnmapped(UnmappedPolicy.DROP)
                .setRevenue(null)
                .setCost(null)
                .setCoefficients(List.of())
                .setDimensions(List.of())
                .build();
        terminal.err().println(id + ": connecting");
        put(bare, Optional.empty());
    }

    private FunnelConfig resolved(boolean connectedFirst) {
        if (named.isEmpty()) {
            return sketch.config();
        }
        return file.connector(watch.namesOf(id, named, connectedFirst)).config();
    }

    /** Whether there was anything to write. */
    private boolean write(FunnelConfig config) {
        Answer there = client.get("/api/connectors/" + id);
        JsonNode latest = there.orFail().path("pending").path("configuration");
        boolean same = wire(config).equals(latest.isMissingNode() ? there.body().path("configuration") : latest);
        if (!same || there.body().path("pending").has("rejected")) {
            put(config, there.etag());
            return true;
        }
        return false;
    }

    private static JsonNode wire(FunnelConfig config) {
        return JSON.readTree(JSON.writeValueAsString(ConnectorWriter.document(config)));
    }

    private void put(FunnelConfig config, Optional<String> etag) {
        put(ConnectorWriter.document(config), etag);
    }

    private void put(Map<String, ?> document, Optional<String> etag) {
        Answer answer = client.put("/api/connectors/" + id, document, etag);
        if (!answer.isOk() && !answer.faults().isEmpty()) {
            throw file.refused(answer.faults());
        }
        if (answer.orFail().has("api-key-removed") && sketch.apiKey().isEmpty()) {
            terminal.err().println(id + ": " + answer.body().path("message").asString(""));
        }
    }
}
