package remfunnel.transform.query;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import remfunnel.funnel.Text;
import remfunnel.schemas.Keys;
import remfunnel.transform.topology.SharedJudges;

/** Takes questions of config-service and of the other instances; for nobody else. */
@RestController
@RequestMapping(QueryController.ROOT)
class QueryController {
    static final String ROOT = "/internal/connectors/";

    /** One byte over, so that a longer draft is refused and not cut. */
    private static final int LONGEST_DRAFT = SharedJudges.MAX_DRAFT_BYTES + 1;

    private final Owners owners;
    private final Explaining explaining;
    private final Plans plans;

    QueryController(Owners owners, Explaining explaining, Plans plans) {
        this.owners = owners;
        this.explaining = explaining;
        this.plans = plans;
    }

    @GetMapping("{id}/orders/{order}")
    ResponseEntity<Object> explain(@PathVariable String id, @PathVariable long order, HttpServletRequest request)
            throws IOException {
        var question = question(id, request);
        return Replies.written(
                isConnector(id)
                        ? owners.answer(question, stores -> explaining.answer(stores, id, order))
                        : noConnector());
    }

    /** The body is a draft as it would be written to funnel.config. */
    @PostMapping("{id}/plan")
    ResponseEntity<Object> plan(@PathVariable String id, HttpServletRequest request) throws IOException {
        var question = question(id, request);
        return Replies.written(
                isConnector(id)
                        ? owners.answer(question, stores -> plans.plan(stores, id, question.body()))
                        : noConnector());
    }

    private static boolean isConnector(String id) {
        return Keys.isConnectorId(id);
    }

    private static Reply noConnector() {
        return Reply.refused(
                404, "NO_SUCH_CONNECTOR", Text.of("That is no connector's id.", "Это не идентификатор подключения."));
    }

    private static Question question(String connector, HttpServletRequest request) throws IOException {
        return new Question(
                connector,
                request.getMethod(),
                request.getRequestURI(),
                Bytes.wrap(request.getInputStream().readNBytes(LONGEST_DRAFT)),
                Optional.ofNullable(request.getHeader(Relay.PASSED_ON)).isPresent());
    }
}
