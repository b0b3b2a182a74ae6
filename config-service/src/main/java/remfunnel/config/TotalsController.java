package remfunnel.config;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import remfunnel.FunnelConfig;
import remfunnel.config.audit.TotalsAudit;

/** Whether the totals are right. */
@RestController
@Tag(name = "status")
class TotalsController {
    private final TotalsAudit audit;
    private final Connectors connectors;

    TotalsController(TotalsAudit audit, Connectors connectors) {
        this.audit = audit;
        this.connectors = connectors;
    }

    @GetMapping("/api/checks/totals")
    @Operation(
            summary =
                    "What doctor --totals asks: funnel.totals against the sums of facts and transitions, cell by cell",
            description = "Reads all three topics; where something differs, several times, some seconds apart.")
    ResponseEntity<Object> totals(
            @RequestParam Optional<String> connector, @Parameter(hidden = true) HttpServletRequest request) {
        return connector
                .filter(id -> connectors.latest(id).isEmpty())
                .map(new Answers(request)::noSuchConnector)
                .orElseGet(() -> ResponseEntity.ok(audit.run(connector, this::zone)));
    }

    private Optional<ZoneId> zone(String id) {
        return connectors.active(id).map(FunnelConfig::getTimeZone).map(ZoneId::of);
    }
}
