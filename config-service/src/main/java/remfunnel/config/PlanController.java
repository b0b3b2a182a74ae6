package remfunnel.config;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import remfunnel.DictionaryEntry;
import remfunnel.DictionaryKind;
import remfunnel.FunnelConfig;
import remfunnel.config.document.ConnectorReader;
import remfunnel.config.document.ConnectorReading;
import remfunnel.config.document.ConnectorWriter;
import remfunnel.config.document.DictionaryNames;
import remfunnel.config.document.Fault;
import remfunnel.config.document.Node;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a change of a connector would do, before it is made. */
@RestController
@Tag(name = "connectors")
class PlanController {
    private final Connectors connectors;
    private final LiveTopics topics;
    private final TransformClient transform;
    private final JsonMapper json;
    private final TransformLag lags;

    PlanController(
            Connectors connectors, LiveTopics topics, TransformClient transform, JsonMapper json, TransformLag lags) {
        this.connectors = connectors;
        this.topics = topics;
        this.transform = transform;
        this.json = json;
        this.lags = lags;
    }

    @PostMapping(
            path = "/api/connectors/{id}/plan",
            consumes = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_YAML_VALUE})
    @Operation(
            summary =
                    "What a configuration would change, worked out from the orders that are known; nothing is written",
            description =
                    "Takes what PUT takes, or the YAML of apply, names among it. The answer names the revision it compares"
                            + " with and a digest of the draft, by which apply --plan knows both again, and as lag how many events the transform had still to"
                            + " read. Money is text.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                                        schema = @Schema(ref = "#/components/schemas/Connector")),
                                @Content(
                                        mediaType = MediaType.APPLICATION_YAML_VALUE,
                                        schema = @Schema(ref = "#/components/schemas/Connector"))
                            }))
    @ApiResponse(responseCode = "400", description = "Not well formed: every unknown key and wrong value is named")
    @ApiResponse(
            responseCode = "404",
            description = "The connector does not exist yet: there is nothing to compare with")
    @ApiResponse(responseCode = "409", description = "Another plan is being made, or something changed meanwhile")
    @ApiResponse(responseCode = "422", description = "Makes no funnel: all problems, in English and Russian")
    @ApiResponse(responseCode = "429", description = "Too many plans of other connectors wait")
    @ApiResponse(responseCode = "503", description = "No transform answers; with Retry-After: its state is being moved")
    ResponseEntity<Object> plan(@PathVariable String id, @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        Answers answers = new Answers(request);
        return connectors.latest(id).isEmpty()
                ? nothingToCompare(id, answers)
                : answers.withDocument(root -> plan(id, root, answers));
    }

    /** A page asks with every few letters: that they make no funnel yet, or that others ask too, is an answer there and no failure. */
    @PostMapping(path = "/api/connectors/{id}/draft/plan", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "The same for a draft that is being typed, as a state",
            description = "state is PLANNED with the plan, REFUSED with what plan would refuse, or BUSY: ask again.")
    @ApiResponse(responseCode = "200", description = "PLANNED, REFUSED or BUSY")
    @ApiResponse(responseCode = "404", description = "There is no such connector")
    @ApiResponse(responseCode = "503", description = "No transform answers")
    ResponseEntity<Object> stateOf(@PathVariable String id, @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        Answers answers = new Answers(request);
        return connectors.latest(id).isEmpty()
                ? answers.noSuchConnector(id)
                : answers.withJson(root -> stateOf(plan(id, root, answers)));
    }

    private static ResponseEntity<Object> stateOf(ResponseEntity<Object> plan) {
        return switch (HttpStatus.valueOf(plan.getStatusCode().value())) {
            case OK -> ResponseEntity.ok(answered("PLANNED", "plan", plan));
            case CONFLICT, TOO_MANY_REQUESTS -> ResponseEntity.ok(Map.of("state", "BUSY"));
            case BAD_REQUEST, UNPROCESSABLE_CONTENT -> ResponseEntity.ok(answered("REFUSED", "refusal", plan));
            default -> plan;
        };
    }

    private static Map<String, Object> answered(String state, String what, ResponseEntity<Object> plan) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("state", state);
        body.put(what, plan.getBody());
        return body;
    }

    private static ResponseEntity<Object> nothingToCompare(String id, Answers answers) {
        return answers.refused(
                HttpStatus.NOT_FOUND,
                "NO_SUCH_CONNECTOR",
                "'" + id + "' does not exist yet: apply makes it. There are no orders yet that a plan could tell of.",
                "«" + id + "» ещё не существует: его создаст apply. Заказов для плана пока нет.");
    }

    private ResponseEntity<Object> plan(String id, Node root, Answers answers) {
        return switch (ConnectorReader.file(root, names(id))) {
            case ConnectorReading.Misread misread -> answers.malformed(misread.faults());
            case ConnectorReading.Read read
            when !read.config().getConnectorId().equals(id) -> answers.otherConnector(read.config(), id);
            case ConnectorReading.Read read -> plan(read.config(), answers);
        };
    }

    private ResponseEntity<Object> plan(FunnelConfig draft, Answers answers) {
        List<Fault> faults = connectors.faults(draft);
        return faults.isEmpty() ? planned(draft, answers) : answers.noFunnel(faults);
    }

    /** The lag is looked at first: what is read in between is in the figures. */
    private ResponseEntity<Object> planned(FunnelConfig draft, Answers answers) {
        Optional<Long> lag = lags.of(draft.getConnectorId());
        return answers.of(transform.plan(draft), body -> {
            ObjectNode plan = withDraft(draft, body);
            lag.ifPresent(events -> plan.put("lag", events));
            return plan;
        });
    }

    /** What apply --plan checks, and what of the document differs from what is in force. */
    private ObjectNode withDraft(FunnelConfig draft, String body) {
        ObjectNode plan = (ObjectNode) json.readTree(body);
        plan.put("digest", ConnectorWriter.digest(draft));
        List<String> differs = connectors
                .active(draft.getConnectorId())
                .map(active -> ConnectorWriter.differences(active, draft))
                .orElse(List.of());
        plan.set("differs-in", json.valueToTree(differs));
        return plan;
    }

    private DictionaryNames names(String id) {
        Map<DictionaryKind, List<DictionaryNames.Entry>> byKind = topics.dictionaries()
                .values(id + "/")
                .filter(entry -> !entry.getDeleted())
                .collect(Collectors.groupingBy(
                        DictionaryEntry::getKind,
                        Collectors.mapping(
                                entry -> new DictionaryNames.Entry(entry.getId(), entry.getName()),
                                Collectors.toList())));
        return new DictionaryNames(byKind);
    }
}
