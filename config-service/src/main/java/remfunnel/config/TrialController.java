package remfunnel.config;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import remfunnel.FunnelConfig;
import remfunnel.config.document.ConnectorReader;
import remfunnel.config.document.ConnectorReading;
import remfunnel.config.document.Node;
import remfunnel.funnel.Api;
import remfunnel.funnel.Funnel;
import remfunnel.funnel.Names;
import remfunnel.funnel.OrderReader;
import remfunnel.funnel.OrderReading;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a draft's formulas come to for one real order, with each value that goes in; nothing is written. */
@RestController
@Tag(name = "orders")
class TrialController {
    /** Money of a payload is never a double. */
    private static final JsonMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final OrderReader reader = new OrderReader();
    private final Connectors connectors;
    private final TransformClient transform;

    TrialController(Connectors connectors, TransformClient transform) {
        this.connectors = connectors;
        this.transform = transform;
    }

    @PostMapping(path = "/api/connectors/{id}/orders/{order}/trial", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "What the formulas of a draft come to for one order, with the values that go in")
    ResponseEntity<Object> trial(
            @PathVariable String id, @PathVariable long order, @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        Answers answers = new Answers(request);
        return connectors.latest(id).isEmpty()
                ? answers.noSuchConnector(id)
                : answers.withDocument(root -> trial(id, order, root, answers));
    }

    private ResponseEntity<Object> trial(String id, long order, Node root, Answers answers) {
        return switch (ConnectorReader.body(root)) {
            case ConnectorReading.Misread misread -> answers.malformed(misread.faults());
            case ConnectorReading.Read read
            when !read.config().getConnectorId().equals(id) -> answers.otherConnector(read.config(), id);
            case ConnectorReading.Read read -> trial(read.config(), order, answers);
        };
    }

    private ResponseEntity<Object> trial(FunnelConfig draft, long order, Answers answers) {
        Optional<Funnel> funnel = connectors.compiled(draft);
        if (funnel.isEmpty()) {
            return answers.noFunnel(connectors.faults(draft));
        }
        return switch (transform.explain(draft.getConnectorId(), order)) {
            case TransformReply.Refusal refusal -> answers.of(refusal, body -> body);
            case TransformReply.Answer(var body) ->
                event(body)
                        .flatMap(event -> trial(event, funnel.get()))
                        .map(trial -> ResponseEntity.ok((Object) trial))
                        .orElseGet(() -> noPayload(order, answers));
        };
    }

    /** Empty where the payload holds an exponent beyond all numbers: Jackson throws no exception of its own then. */
    private static Optional<JsonNode> event(String explanation) {
        try {
            return Optional.of(EXACT.readTree(explanation).path("event"));
        } catch (NumberFormatException beyondNumbers) {
            return Optional.empty();
        }
    }

    private Optional<Trial> trial(JsonNode event, Funnel funnel) {
        if (!event.path("payload").isObject()) {
            return Optional.empty();
        }
        byte[] payload = event.path("payload").toString().getBytes(StandardCharsets.UTF_8);
        return reader.read(Api.valueOf(event.path("api").asString()), payload) instanceof OrderReading.Read(var order)
                ? Optional.of(Trial.of(funnel.explain(order, Names.none())))
                : Optional.empty();
    }

    private static ResponseEntity<Object> noPayload(long order, Answers answers) {
        return answers.refused(
                HttpStatus.NOT_FOUND,
                "NO_PAYLOAD",
                "Nothing readable is known of order " + order + " now.",
                "О заказе " + order + " сейчас ничего прочитать нельзя.");
    }
}
