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
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import remfunnel.FunnelConfig;
import remfunnel.config.document.ConnectorReader;
import remfunnel.config.document.ConnectorReading;
import remfunnel.config.document.ConnectorWriter;
import remfunnel.config.document.Node;

/** Connectors over REST. */
@RestController
@RequestMapping("/api/connectors")
@Tag(name = "connectors")
class ConnectorsController {
    private final Connectors connectors;
    private final Views views;
    private final Vault vault;
    private final StagesWritten stages;

    ConnectorsController(Connectors connectors, Views views, Vault vault, StagesWritten stages) {
        this.connectors = connectors;
        this.views = views;
        this.vault = vault;
        this.stages = stages;
    }

    @GetMapping
    @Operation(summary = "All connectors, with what is active, what waits, and how they fare")
    List<ConnectorView> all() {
        return connectors.ids().stream()
                .flatMap(id -> views.connector(id).stream())
                .toList();
    }

    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "One connector; its ETag is the revision written last")
    ResponseEntity<Object> one(@PathVariable String id, @Parameter(hidden = true) HttpServletRequest request) {
        Optional<ConnectorView> view = views.connector(id);
        return view.isEmpty()
                ? new Answers(request).noSuchConnector(id)
                : ResponseEntity.ok()
                        .eTag(Long.toString(view.get().latestRevision()))
                        .body(view.get());
    }

    @GetMapping(path = "/{id}/configuration", produces = "application/yaml;charset=UTF-8")
    @Operation(summary = "The configuration written last, as the file that apply takes")
    ResponseEntity<Object> file(@PathVariable String id, @Parameter(hidden = true) HttpServletRequest request) {
        Optional<FunnelConfig> latest = connectors.latest(id);
        return latest.isEmpty()
                ? new Answers(request).noSuchConnector(id)
                : ResponseEntity.ok()
                        .eTag(Long.toString(latest.get().getRevision()))
                        .body(ConnectorWriter.yaml(latest.get()));
    }

    @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Create or change a connector",
            description =
                    "Needs If-Match with the ETag of GET, or If-None-Match: * to create. Another source.base-url removes the stored API key.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(ref = "#/components/schemas/Connector"))))
    @ApiResponse(responseCode = "200", description = "Written; the revision is the record's offset")
    @ApiResponse(responseCode = "201", description = "Created")
    @ApiResponse(responseCode = "400", description = "Not well formed: every unknown key and wrong value is named")
    @ApiResponse(responseCode = "412", description = "Someone else has written since")
    @ApiResponse(responseCode = "422", description = "Makes no funnel: all problems, in English and Russian")
    @ApiResponse(responseCode = "428", description = "Neither If-Match nor If-None-Match was given")
    ResponseEntity<Object> put(@PathVariable String id, @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        Answers answers = new Answers(request);
        return answers.withJson(root -> put(id, root, answers));
    }

    private ResponseEntity<Object> put(String id, Node root, Answers answers) {
        return switch (ConnectorReader.body(root)) {
            case ConnectorReading.Misread misread -> answers.malformed(misread.faults());
            case ConnectorReading.Read read
            when !read.config().getConnectorId().equals(id) -> answers.otherConnector(read.config(), id);
            case ConnectorReading.Read read -> answers.of(put(read.config(), answers), id);
        };
    }

    private WriteResult put(FunnelConfig config, Answers answers) {
        Optional<FunnelConfig> former = connectors.latest(config.getConnectorId());
        WriteResult result = connectors.put(config, answers.by(), answers.expectation());
        if (result instanceof WriteResult.Written) {
            stages.written(former, config, answers.by());
        }
        return result;
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Remove a connector, its key and its facts", description = "Needs If-Match, which may be *.")
    ResponseEntity<Object> remove(@PathVariable String id, @Parameter(hidden = true) HttpServletRequest request) {
        Answers answers = new Answers(request);
        WriteResult result = connectors.remove(id, answers.expectation());
        if (result instanceof WriteResult.Written) {
            vault.forget(id);
        }
        return answers.of(result, id);
    }
}
