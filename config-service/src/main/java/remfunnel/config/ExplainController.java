package remfunnel.config;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import remfunnel.FunnelConfig;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Why the funnel says of an order what it says. */
@RestController
@Tag(name = "orders")
class ExplainController {
    private static final Pattern ID = Pattern.compile("\\d{1,18}");

    private final Connectors connectors;
    private final Views views;
    private final TransformClient transform;
    private final JsonMapper json;
    private final TransformLag lags;

    ExplainController(
            Connectors connectors, Views views, TransformClient transform, JsonMapper json, TransformLag lags) {
        this.connectors = connectors;
        this.views = views;
        this.transform = transform;
        this.json = json;
        this.lags = lags;
    }

    @GetMapping(path = "/api/connectors/{id}/orders/{order}/explain", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary =
                    "One order: its payload, each condition's verdict, the stage, each formula with its values, the fact",
            description =
                    "The payload is personal data, as the source sent it. An order that is not known answers as well"
                            + " (standing UNKNOWN), with how far the source was read. lag is how many events the transform has"
                            + " still to read: until then the order may be another, or not be known.")
    @ApiResponse(responseCode = "400", description = "The order's id is no number")
    @ApiResponse(responseCode = "404", description = "There is no such connector")
    @ApiResponse(responseCode = "503", description = "No transform answers; with Retry-After: its state is being moved")
    ResponseEntity<Object> explain(
            @PathVariable String id, @PathVariable String order, @Parameter(hidden = true) HttpServletRequest request) {
        Answers answers = new Answers(request);
        if (!ID.matcher(order).matches()) {
            return noOrderId(order, answers);
        }
        return connectors
                .latest(id)
                .map(config -> explain(config, Long.parseLong(order), answers))
                .orElseGet(() -> answers.noSuchConnector(id));
    }

    /** The lag is looked at first: what is read in between is in the answer. */
    private ResponseEntity<Object> explain(FunnelConfig config, long order, Answers answers) {
        String id = config.getConnectorId();
        Optional<Long> lag = lags.of(id);
        return answers.of(
                transform.explain(id, order),
                body -> withSource(config, lag.map(it -> withLag(body, it)).orElse(body)));
    }

    /** Put in as text: to read and write the payload anew could change how its numbers look. */
    static String withLag(String body, long lag) {
        return "{\"lag\":" + lag + "," + body.substring(body.indexOf('{') + 1);
    }

    private static ResponseEntity<Object> noOrderId(String order, Answers answers) {
        return answers.refused(
                HttpStatus.BAD_REQUEST,
                "BAD_ORDER_ID",
                "'" + order + "' is no order's id: RemOnline's id is a whole number (order_id in funnel.facts), not the"
                        + " number that people write (order_number).",
                "«" + order + "» — не id заказа: id в RemOnline — целое число (order_id), а не номер заказа.");
    }

    /** Of an order that is not known, what matters is how much of the source is. */
    private Object withSource(FunnelConfig config, String body) {
        if (!(json.readTree(body) instanceof ObjectNode said)
                || !said.path("standing").asString("").equals("UNKNOWN")) {
            return body;
        }
        Optional<StatusView.ComponentView> ingest =
                views.status(config.getConnectorId()).flatMap(StatusView::ingest);
        ObjectNode source = said.putObject("source");
        Optional.ofNullable(config.getSource().getHistoryFrom())
                .ifPresent(from -> source.put("history-from", from.toString()));
        ingest.ifPresent(status -> {
            source.put("state", status.state());
            status.completeUntil().ifPresent(until -> source.put("complete-until", until.toString()));
            status.progress().ifPresent(progress -> source.set("progress", json.valueToTree(progress)));
        });
        return said;
    }
}
