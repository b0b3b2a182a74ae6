package remfunnel.config.document;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import remfunnel.CoefficientSettings;
import remfunnel.CoefficientValue;
import remfunnel.ConditionAction;
import remfunnel.FilterCondition;
import remfunnel.FunnelConfig;
import remfunnel.SourceSettings;
import remfunnel.StageSettings;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** Writes a connector as the document that reads back the same: ids for names, never a key. */
public final class ConnectorWriter {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .disable(YAMLWriteFeature.SPLIT_LINES)
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
            .enable(YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build();

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ConnectorWriter() {}

    public static String yaml(FunnelConfig config) {
        return YAML.writeValueAsString(document(config));
    }

    /** Maps, lists, texts, numbers and flags, in the order of the example. */
    public static Map<String, Object> document(FunnelConfig config) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("connector", config.getConnectorId());
        document.put("title", config.getTitle());
        document.put("enabled", config.getEnabled());
        document.put("source", source(config));
        document.put("time-zone", config.getTimeZone());
        document.put("currency", config.getCurrency());
        document.put("filter", filter(config));
        document.put(
                "stages",
                config.getStages().stream().map(ConnectorWriter::stage).toList());
        document.put("unmapped", Words.of(config.getUnmapped()));
        document.put("calculation", calculation(config));
        document.put("dimensions", config.getDimensions());
        return document;
    }

    private static Map<String, Object> source(FunnelConfig config) {
        SourceSettings source = config.getSource();
        ZoneId zone = Moments.zone(config.getTimeZone()).orElse(ZoneOffset.UTC);
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("api", Words.of(source.getApi()));
        if (source.getBaseUrl() != null) {
            written.put("base-url", source.getBaseUrl());
        }
        written.put("poll-every", Durations.write(Duration.ofMillis(source.getPollIntervalMs())));
        if (source.getHistoryFrom() != null) {
            written.put("history-from", Moments.write(source.getHistoryFrom(), zone));
        }
        return written;
    }

    private static Map<String, Object> filter(FunnelConfig config) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("match", Words.of(config.getFilter().getMatch()));
        written.put(
                "conditions",
                config.getFilter().getConditions().stream()
                        .map(ConnectorWriter::condition)
                        .toList());
        return written;
    }

    private static Map<String, Object> condition(FilterCondition condition) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("field", condition.getField());
        body.put("operator", Words.of(condition.getOperator()));
        boolean ids = ConditionReader.dictionary(condition.getField()).isPresent();
        body.put(
                "values",
                condition.getValues().stream().map(value -> value(ids, value)).toList());
        return Map.of(condition.getAction() == ConditionAction.INCLUDE ? "include" : "exclude", body);
    }

    private static Object value(boolean id, String value) {
        return id && References.ID.matcher(value).matches() && !value.startsWith("0")
                ? (Object) Long.valueOf(value)
                : value;
    }

    private static Map<String, Object> stage(StageSettings stage) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("id", stage.getId());
        written.put("title", stage.getTitle());
        if (stage.getMarker() != null) {
            written.put("marker", Words.of(stage.getMarker()));
        }
        written.put("statuses", stage.getStatusIds());
        return written;
    }

    private static Map<String, Object> calculation(FunnelConfig config) {
        Map<String, Object> written = new LinkedHashMap<>();
        if (config.getRevenue() != null) {
            written.put("revenue", config.getRevenue());
        }
        if (config.getCost() != null) {
            written.put("cost", config.getCost());
        }
        Map<String, Object> coefficients = new LinkedHashMap<>();
        for (CoefficientSettings each : config.getCoefficients()) {
            coefficients.put(
                    each.getName(),
                    each.getValues().stream().map(ConnectorWriter::dated).toList());
        }
        written.put("coefficients", coefficients);
        return written;
    }

    private static Map<String, Object> dated(CoefficientValue value) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("from", value.getValidFrom().toString());
        written.put("value", value.getValue());
        return written;
    }

    /** Of the document: equal for configurations that say the same, whoever wrote them and in whatever form. */
    public static String digest(FunnelConfig config) {
        try {
            byte[] document = JSON.writeValueAsBytes(document(config));
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(document));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whether two say the same, whoever wrote them and when. */
    public static boolean same(FunnelConfig left, FunnelConfig right) {
        return document(left).equals(document(right));
    }

    /** The keys at the top of the document that differ. */
    public static List<String> differences(FunnelConfig left, FunnelConfig right) {
        Map<String, Object> other = document(right);
        return document(left).entrySet().stream()
                .filter(entry -> !entry.getValue().equals(other.get(entry.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }
}
