package remfunnel.config.document;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import remfunnel.ConditionAction;
import remfunnel.FunnelConfig;

/** Tells a document's path from the path into the record, which is what the funnel's compiler names. */
public final class RecordPaths {
    private static final Map<String, String> WORDS = Map.of(
            "connector_id", "connector",
            "source.base_url", "source.base-url",
            "source.poll_interval_ms", "source.poll-every",
            "source.poll_interval", "source.poll-every",
            "source.history_from", "source.history-from",
            "time_zone", "time-zone",
            "revenue", "calculation.revenue",
            "cost", "calculation.cost",
            "coefficients", "calculation.coefficients");
    private static final Pattern CONDITION = Pattern.compile("filter\\.conditions\\[(\\d+)](.*)");
    private static final Pattern COEFFICIENT = Pattern.compile("coefficients\\[(\\d+)](?:\\.values(\\[\\d+])?)?(.*)");

    private RecordPaths() {}

    public static String document(String path, FunnelConfig config) {
        Matcher condition = CONDITION.matcher(path);
        if (condition.matches()) {
            return condition(Integer.parseInt(condition.group(1)), condition.group(2), config);
        }
        Matcher coefficient = COEFFICIENT.matcher(path);
        if (coefficient.matches()) {
            return coefficient(coefficient, config);
        }
        return WORDS.getOrDefault(path, path.replace(".status_ids", ".statuses"));
    }

    private static String condition(int index, String rest, FunnelConfig config) {
        ConditionAction action = config.getFilter().getConditions().get(index).getAction();
        return "filter.conditions[" + index + "]." + Words.of(action) + rest;
    }

    private static String coefficient(Matcher matcher, FunnelConfig config) {
        String name =
                config.getCoefficients().get(Integer.parseInt(matcher.group(1))).getName();
        String item = matcher.group(2) == null ? "" : matcher.group(2);
        String rest = matcher.group(3).replace(".valid_from", ".from").replaceAll("^\\.name$", "");
        return "calculation.coefficients." + name + item + rest;
    }
}
