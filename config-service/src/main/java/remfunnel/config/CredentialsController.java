package remfunnel.config;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import remfunnel.config.document.ApiKey;
import remfunnel.config.document.Node;

/** Takes API keys; there is no way to read one back. */
@RestController
@Tag(name = "connectors")
class CredentialsController {
    private static final int LONGEST = 500;

    private final Connectors connectors;
    private final Vault vault;

    CredentialsController(Connectors connectors, Vault vault) {
        this.connectors = connectors;
        this.vault = vault;
    }

    @PutMapping("/api/connectors/{id}/credentials")
    @Operation(
            summary = "Store the API key, encrypted",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            examples = @ExampleObject("{\"api-key\": \"…\"}"))))
    ResponseEntity<Object> put(@PathVariable String id, @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        Answers answers = new Answers(request);
        if (connectors.latest(id).isEmpty()) {
            return answers.noSuchConnector(id);
        }
        return answers.withJson(root -> key(root)
                .map(key -> store(id, key, answers))
                .orElseGet(() -> answers.refused(
                        HttpStatus.BAD_REQUEST,
                        "NO_KEY",
                        "The body must be {\"api-key\": \"…\"}, with a key of 1 to 500 characters.",
                        "Тело должно быть {\"api-key\": \"…\"}, ключ от 1 до 500 знаков.")));
    }

    private static Optional<ApiKey> key(Node root) {
        return root instanceof Node.Mapping mapping
                        && mapping.entries().size() == 1
                        && mapping.entries().getFirst().key().equals("api-key")
                        && mapping.entries().getFirst().value() instanceof Node.Scalar scalar
                        && !scalar.text().isBlank()
                        && scalar.text().length() <= LONGEST
                ? Optional.of(new ApiKey(scalar.text().strip()))
                : Optional.empty();
    }

    private ResponseEntity<Object> store(String id, ApiKey key, Answers answers) {
        return vault.store(id, key, answers.by())
                .<ResponseEntity<Object>>map(stored ->
                        ResponseEntity.ok(Map.of("connector", id, "changed", stored.isNew(), "stored-at", stored.at())))
                .orElseGet(() -> answers.refused(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "NO_KEYSET",
                        "This service has no keyset to encrypt keys with: set REMFUNNEL_KEYSET_FILE to the file that ingest has.",
                        "Не задан файл ключей шифрования: REMFUNNEL_KEYSET_FILE."));
    }
}
