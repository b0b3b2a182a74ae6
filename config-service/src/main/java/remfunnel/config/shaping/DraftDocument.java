package remfunnel.config.shaping;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A half-made change as the page sends it: it need not make a funnel, but it holds nothing that a connector's document has no
 * place for, so that no key is kept with it.
 */
record DraftDocument(long revision, JsonNode configuration) {
    /** Hundreds of statuses and conditions fit. */
    static final int LONGEST_BYTES = 64 * 1024;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> DRAFT = Set.of("revision", "configuration");
    private static final Set<String> CONNECTOR = Set.of(
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
    private static final Set<String> SOURCE = Set.of("api", "base-url", "poll-every", "history-from");

    /** Empty where it is not of this form. */
    static Optional<DraftDocument> read(String text) {
        try {
            return Optional.of(JSON.readTree(text))
                    .filter(DraftDocument::isDraft)
                    .map(root -> new DraftDocument(root.get("revision").longValue(), root.get("configuration")));
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    static JsonNode configuration(String json) {
        return JSON.readTree(json);
    }

    private static boolean isDraft(JsonNode root) {
        return root.isObject()
                && DRAFT.equals(Set.copyOf(root.propertyNames()))
                && root.get("revision").isIntegralNumber()
                && has(root.get("configuration"), CONNECTOR)
                && has(root.get("configuration").path("source"), SOURCE);
    }

    private static boolean has(JsonNode node, Set<String> names) {
        return node.isObject() && names.containsAll(node.propertyNames());
    }

    boolean isTooLong() {
        return json().getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES;
    }

    String json() {
        return JSON.writeValueAsString(configuration);
    }
}
