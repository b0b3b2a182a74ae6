package remfunnel.systemtests.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import remfunnel.systemtests.history.Payloads;
import tools.jackson.databind.JsonNode;

/** What {@code explain} said of one order, to be compared with the records that it explains. */
record Explained(JsonNode said) {
    private static final String MISSING = "null";

    private static final List<String> TRANSITION = List.of(
            "n", "from", "to", "direction", "entered-after", "entered-by", "precision", "dwell-ms", "first-entry");
    private static final List<String> TRANSITION_RECORD = List.of(
            "n",
            "from_stage_id",
            "to_stage_id",
            "direction",
            "entered_after",
            "entered_by",
            "precision",
            "dwell_ms",
            "first_entry");

    String standing() {
        return text(said, "standing");
    }

    /** Of the filter, as people are told it; nothing of an order that is not known. */
    String verdict() {
        return switch (text(said.path("filter"), "passes")) {
            case "true" -> "filter: passes";
            case "false" -> "filter: kept out";
            default -> "";
        };
    }

    void isOfRevision(GenericRecord active) {
        assertThat(text(said, "restating")).as("restating").isEqualTo("false");
        assertThat(text(said, "revision")).isEqualTo(active.get("revision").toString());
    }

    void isOfEvent(ConsumerRecord<String, byte[]> record, GenericRecord event) {
        var told = said.path("event");
        assertThat(texts(told, List.of("topic", "partition", "offset", "time")))
                .containsExactly(
                        record.topic(),
                        Integer.toString(record.partition()),
                        Long.toString(record.offset()),
                        Instant.ofEpochMilli(record.timestamp()).toString());
        assertThat(texts(told, List.of("kind", "source", "api", "modified-at", "observed-at", "changed-after")))
                .isEqualTo(
                        texts(event, List.of("kind", "source", "api", "modified_at", "observed_at", "changed_after")));
        assertThat(told.path("payload")).isEqualTo(Payloads.of(event));
    }

    /**
     * Of the conditions, exactly those decide whose field has the value that keeps an order out.
     *
     * @param excluded that value, by the field
     * @param values what the order truly has there
     */
    void isKeptOutBy(Map<String, Long> excluded, Map<String, Long> values) {
        var conditions = said.path("filter")
                .path("conditions")
                .valueStream()
                .collect(Collectors.toMap(
                        each -> text(each, "field"),
                        each -> List.of(
                                text(each.path("seen"), "value"), text(each, "matched"), text(each, "decides"))));
        assertThat(conditions.keySet()).isEqualTo(excluded.keySet());
        conditions.forEach((field, told) -> {
            long value = values.get(field);
            var isOut = Boolean.toString(value == excluded.get(field));
            assertThat(told).as("%s seen, matched, decides", field).containsExactly(Long.toString(value), isOut, isOut);
        });
        boolean passes =
                conditions.values().stream().allMatch(told -> told.getLast().equals("false"));
        assertThat(text(said.path("filter"), "passes")).isEqualTo(Boolean.toString(passes));
    }

    /** Its stage and its amounts come to what the fact says, and it shows the fact as it is. */
    void comesTo(Optional<GenericRecord> fact) {
        assertThat(said.has("fact")).isEqualTo(fact.isPresent());
        fact.ifPresent(each -> {
            assertThat(texts(
                            said.path("stage"),
                            List.of("status-id", "status-name", "id", "title", "position", "marker")))
                    .isEqualTo(texts(
                            each,
                            List.of(
                                    "status_id",
                                    "status_name",
                                    "stage_id",
                                    "stage_title",
                                    "stage_position",
                                    "marker")));
            assertThat(Stream.of("revenue", "cost").map(this::amount).toList())
                    .isEqualTo(texts(each, List.of("revenue", "cost")));
            assertThat(texts(said.path("fact"), plain(each))).isEqualTo(texts(each, plain(each)));
        });
    }

    private String amount(String formula) {
        return said.path("formulas")
                .valueStream()
                .filter(each -> text(each, "name").equals(formula))
                .map(each -> text(each, "amount"))
                .findFirst()
                .orElse(MISSING);
    }

    /** The fields that are one value each. */
    private static List<String> plain(GenericRecord fact) {
        return fact.getSchema().getFields().stream()
                .map(Schema.Field::name)
                .filter(name -> !(fact.get(name) instanceof Map || fact.get(name) instanceof Collection))
                .toList();
    }

    void tells(List<GenericRecord> transitions) {
        var told = said.path("transitions").valueStream().toList();
        assertThat(told.stream().map(each -> texts(each, TRANSITION)).toList())
                .isEqualTo(transitions.stream()
                        .map(each -> texts(each, TRANSITION_RECORD))
                        .toList());
        assertThat(told)
                .allSatisfy(each -> assertThat(text(each.path("why"), "en")).isNotBlank());
    }

    private static List<String> texts(JsonNode node, List<String> names) {
        return names.stream().map(name -> text(node, name)).toList();
    }

    private static List<String> texts(GenericRecord record, List<String> names) {
        return names.stream().map(name -> String.valueOf(record.get(name))).toList();
    }

    private static String text(JsonNode node, String name) {
        var value = node.path(name);
        return value.isMissingNode() || value.isNull() ? MISSING : value.asString();
    }
}
