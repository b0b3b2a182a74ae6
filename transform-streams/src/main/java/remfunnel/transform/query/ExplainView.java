package remfunnel.transform.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import remfunnel.funnel.Text;
import remfunnel.funnel.history.Stay;
import remfunnel.funnel.history.Transition;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.PropertyNamingStrategies.KebabCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.json.JsonMapper;

/**
 * All that is to be said of one order, as JSON.
 *
 * @param standing WAITING, IN_FUNNEL, UNMAPPED, FILTERED_OUT, DROPPED, DELETED or UNKNOWN
 * @param restating whether the fact is still that of a former configuration, or of former names
 * @param fact the value last written to funnel.facts
 */
@JsonNaming(KebabCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record ExplainView(
        String connector,
        long order,
        Optional<String> number,
        String standing,
        Optional<Long> revision,
        boolean restating,
        Optional<EventView> event,
        Optional<FilterView> filter,
        Optional<StageView> stage,
        List<FormulaView> formulas,
        Optional<Map<String, Object>> fact,
        List<TransitionView> transitions) {

    static ExplainView unknown(String connector, long order, Optional<Long> revision) {
        return new ExplainView(
                connector,
                order,
                Optional.empty(),
                "UNKNOWN",
                revision,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of());
    }

    /** Only what may stand in a log: the payload is a client's. */
    @Override
    public String toString() {
        return "ExplainView[" + connector + '/' + order + ' ' + standing + ']';
    }

    /** The newest event of the order; what follows the offset is missing when the topic does not hold it any more. */
    @JsonNaming(KebabCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record EventView(
            String topic,
            int partition,
            long offset,
            Optional<Instant> time,
            Optional<String> kind,
            Optional<String> source,
            Optional<String> api,
            Optional<Instant> modifiedAt,
            Optional<Instant> observedAt,
            Optional<Instant> changedAfter,
            Optional<RawJson> payload) {
        @Override
        public String toString() {
            return "EventView[" + partition + '/' + offset + ']';
        }
    }

    /** JSON as it was received, to the byte. */
    record RawJson(@JsonRawValue @JsonValue String text) {
        private static final JsonMapper JSON = JsonMapper.builder().build();

        /** What is no JSON after all is quoted. */
        static RawJson of(String received) {
            try {
                JSON.readTree(received);
                return new RawJson(received);
            } catch (JacksonException malformed) {
                return new RawJson(JSON.writeValueAsString(received));
            }
        }

        @Override
        public String toString() {
            return "RawJson[" + text.length() + " chars]";
        }
    }

    record FilterView(String match, boolean passes, List<ConditionView> conditions) {}

    /** Decides when it is among those that keep the order out. Names are those of what ids refer to. */
    @JsonNaming(KebabCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record ConditionView(
            String action,
            String field,
            String operator,
            List<NamedValue> values,
            Optional<NamedValue> seen,
            boolean matched,
            boolean decides) {}

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record NamedValue(String value, Optional<String> name) {}

    @JsonNaming(KebabCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record StageView(
            long statusId,
            Optional<String> statusName,
            String id,
            String title,
            int position,
            Optional<String> marker) {}

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record FormulaView(
            String name,
            String formula,
            List<ValueView> fields,
            List<ValueView> coefficients,
            List<StepView> steps,
            Optional<String> amount,
            Optional<ProblemView> problem) {}

    /** A missing value is left out; a coefficient says since which day it is this. */
    @JsonNaming(KebabCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record ValueView(String name, Optional<String> value, Optional<String> validFrom) {}

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record StepView(String part, Optional<String> value, Optional<ProblemView> problem) {}

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record ProblemView(String code, Optional<String> field, Text message) {}

    @JsonNaming(KebabCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record TransitionView(
            int n,
            Optional<String> from,
            String to,
            long statusId,
            String direction,
            Optional<Instant> enteredAfter,
            Instant enteredBy,
            String precision,
            Text why,
            Optional<Long> dwellMs,
            boolean firstEntry) {
        static TransitionView of(Transition transition, Optional<Instant> createdAt) {
            var entry = transition.entry();
            boolean created = transition.n() == 0 && createdAt.equals(Optional.of(entry.by()));
            return new TransitionView(
                    transition.n(),
                    transition.from().map(Stay::stageId),
                    transition.to().stageId(),
                    entry.statusId(),
                    transition.direction().name(),
                    entry.after(),
                    entry.by(),
                    entry.precision().name(),
                    Because.of(entry, created),
                    transition.dwell().map(Duration::toMillis),
                    transition.first());
        }
    }
}
