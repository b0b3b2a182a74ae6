package remfunnel.config.shaping;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import remfunnel.FunnelConfig;
import remfunnel.config.Answers;
import remfunnel.config.Connectors;

/** What moved at the source since the stages were made. */
@RestController
@RequestMapping("/api/connectors/{id}/drift")
@Tag(name = "connectors")
class DriftController {
    private final Drifts drifts;
    private final Connectors connectors;

    DriftController(Drifts drifts, Connectors connectors) {
        this.drifts = drifts;
        this.connectors = connectors;
    }

    @GetMapping
    @Operation(summary = "Statuses that appeared, were renamed or vanished since the stages were made")
    ResponseEntity<Object> drift(@PathVariable String id, @Parameter(hidden = true) HttpServletRequest request) {
        Optional<FunnelConfig> latest = connectors.latest(id);
        return latest.isEmpty() ? new Answers(request).noSuchConnector(id) : ResponseEntity.ok(drifts.of(latest.get()));
    }

    @PostMapping("/seen")
    @Operation(
            summary = "Take the statuses as they are now for seen",
            description = "A vanished one that is still in a stage stays announced.")
    ResponseEntity<Object> seen(@PathVariable String id, @Parameter(hidden = true) HttpServletRequest request) {
        Answers answers = new Answers(request);
        if (connectors.latest(id).isEmpty()) {
            return answers.noSuchConnector(id);
        }
        drifts.see(id, answers.by());
        return ResponseEntity.noContent().build();
    }
}
