package remfunnel.config.document;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import remfunnel.ApiVersion;
import remfunnel.DictionaryKind;
import remfunnel.FilterMatch;
import remfunnel.FilterSettings;
import remfunnel.FunnelConfig;
import remfunnel.Marker;
import remfunnel.SourceSettings;
import remfunnel.StageSettings;
import remfunnel.UnmappedPolicy;
import remfunnel.funnel.Text;

/** Reads a connector's document strictly: every key known, every value of its type, all faults at once. */
public final class ConnectorReader {
    private static final Pattern CONNECTOR = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final List<String> KEYS = List.of(
            "connector",
            "title",
            "enabled",
            "source",
            "time-zone",
            "currency",
            "filter",
            "stages",
            "unmapped",
            "calculation",
            "dimensions");
    private static final List<String> SOURCE = List.of("api", "base-url", "poll-every", "history-from");
    private static final Text NO_CONNECTOR =
            Text.of("1 to 40 of a-z, 0-9 and -, not starting with -", "от 1 до 40 знаков a-z, 0-9 и -, первый не -");
    private static final Text NO_ZONE =
            Text.of("must be an IANA zone, as in Europe/Moscow", "нужен часовой пояс IANA, например Europe/Moscow");
    private static final Text NO_DURATION =
            Text.of("must be a duration, as in 30s, 5m or 1h", "нужен промежуток времени, например 30s, 5m или 1h");
    private static final Text NO_MOMENT = Text.of(
            "must be a day, as in 2024-01-31, or a time, as in 2024-01-31T08:00:00Z",
            "нужен день, например 2024-01-31, или время, например 2024-01-31T08:00:00Z");

    private final References references;
    private final boolean withKey;
    private final Faults faults;

    private ConnectorReader(References references, boolean withKey, Faults faults) {
        this.references = references;
        this.withKey = withKey;
        this.faults = faults;
    }

    /** Of a file, which may hold the API key. */
    public static ConnectorReading file(Node root, References references) {
        return new ConnectorReader(references, true, new Faults()).read(root);
    }

    /** Of a request's body, where the API key has no place. */
    public static ConnectorReading body(Node root) {
        return new ConnectorReader(References.idsOnly(), false, new Faults()).read(root);
    }

    private ConnectorReading read(Node root) {
        Section document = Section.of(root, At.root(root), faults, KEYS);
        FunnelConfig config = config(document);
        Optional<ApiKey> key = document.section("source", sourceKeys())
                .flatMap(source -> source.text("api-key"))
                .map(ApiKey::new);
        return faults.none() ? new ConnectorReading.Read(config, key) : new ConnectorReading.Misread(distinct());
    }

    private List<Fault> distinct() {
        return faults.list().stream().distinct().toList();
    }

    private FunnelConfig config(Section document) {
        String zoneName = document.required("time-zone", "Europe/Moscow");
        ZoneId zone = document.parsed("time-zone", Moments::zone, "TIME_ZONE", NO_ZONE)
                .orElse(ZoneOffset.UTC);
        CalculationReader calculation = CalculationReader.of(document, faults);
        document.required("connector", "tver-repair");
        return FunnelConfig.newBuilder()
                .setConnectorId(document.parsed("connector", ConnectorReader::connector, "CONNECTOR_ID", NO_CONNECTOR)
                        .orElse(""))
                .setTitle(document.required("title", "Мастерская на Тверской"))
                .setEnabled(document.flag("enabled", true))
                .setSource(source(document, zone))
                .setTimeZone(zoneName)
                .setCurrency(document.required("currency", "RUB"))
                .setFilter(filter(document))
                .setStages(document.list("stages", this::stage))
                .setUnmapped(document.word("unmapped", UnmappedPolicy.class).orElse(UnmappedPolicy.KEEP))
                .setRevenue(calculation.formula("revenue"))
                .setCost(calculation.formula("cost"))
                .setCoefficients(calculation.coefficients())
                .setDimensions(document.list("dimensions", this::text))
                .setUpdatedAt(Instant.EPOCH)
                .setUpdatedBy("")
                .build();
    }

    public static boolean isConnectorId(String text) {
        return CONNECTOR.matcher(text).matches();
    }

    private static Optional<String> connector(String text) {
        return Optional.of(text).filter(ConnectorReader::isConnectorId);
    }

    private List<String> sourceKeys() {
        List<String> keys = new ArrayList<>(SOURCE);
        if (withKey) {
            keys.add("api-key");
        }
        return keys;
    }

    private SourceSettings source(Section document, ZoneId zone) {
        Optional<Section> section = document.section("source", sourceKeys());
        if (section.isEmpty()) {
            faults.add(
                    "MISSING",
                    document.at("source"),
                    Text.of("is missing; at least: source: {api: v1}", "не указано; как минимум: source: {api: v1}"));
        }
        SourceSettings.Builder source = SourceSettings.newBuilder().setApi(ApiVersion.V1);
        section.ifPresent(it -> {
            it.required("api", "v1");
            it.word("api", ApiVersion.class).ifPresent(source::setApi);
            it.text("base-url").ifPresent(source::setBaseUrl);
            it.parsed("poll-every", Durations::read, "DURATION", NO_DURATION)
                    .ifPresent(every -> source.setPollIntervalMs(every.toMillis()));
            it.parsed("history-from", text -> Moments.read(text, zone), "MOMENT", NO_MOMENT)
                    .ifPresent(source::setHistoryFrom);
        });
        return source.build();
    }

    private FilterSettings filter(Section document) {
        FilterSettings.Builder filter =
                FilterSettings.newBuilder().setMatch(FilterMatch.ALL).setConditions(List.of());
        document.section("filter", List.of("match", "conditions")).ifPresent(it -> {
            it.word("match", FilterMatch.class).ifPresent(filter::setMatch);
            filter.setConditions(it.list("conditions", new ConditionReader(references, faults)::read));
        });
        return filter.build();
    }

    private Stream<StageSettings> stage(Node node, At at) {
        Section stage = Section.of(node, at, faults, List.of("id", "title", "marker", "statuses"));
        return Stream.of(StageSettings.newBuilder()
                .setId(stage.required("id", "work"))
                .setTitle(stage.required("title", "В работе"))
                .setMarker(stage.word("marker", Marker.class).orElse(null))
                .setStatusIds(stage.list("statuses", this::status))
                .build());
    }

    private Stream<Long> status(Node node, At at) {
        return Section.asScalar(node, at, faults)
                .flatMap(scalar -> references.id(DictionaryKind.STATUS, scalar, at, faults))
                .map(Long::valueOf)
                .stream();
    }

    private Stream<String> text(Node node, At at) {
        return Section.asScalar(node, at, faults).map(Node.Scalar::text).stream();
    }
}
