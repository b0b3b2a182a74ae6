package remfunnel.config;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** How all is going. */
@RestController
@Tag(name = "status")
class StatusController {
    private final Connectors connectors;
    private final Views views;
    private final ServiceChecks checks;

    StatusController(Connectors connectors, Views views, ServiceChecks checks) {
        this.connectors = connectors;
        this.views = views;
        this.checks = checks;
    }

    @GetMapping("/api/status")
    @Operation(summary = "How every connector fares")
    List<StatusView> all() {
        return connectors.ids().stream()
                .flatMap(id -> views.status(id).stream())
                .toList();
    }

    @GetMapping("/api/status/{id}")
    @Operation(summary = "How one connector fares")
    ResponseEntity<Object> one(@PathVariable String id, @Parameter(hidden = true) HttpServletRequest request) {
        return views.status(id)
                .<ResponseEntity<Object>>map(ResponseEntity::ok)
                .orElseGet(() -> new Answers(request).noSuchConnector(id));
    }

    @GetMapping("/api/checks")
    @Operation(summary = "What doctor asks: broker, registry, and each connector's key, statuses, fields and clock")
    List<Check> checks() {
        return checks.run();
    }
}
