package remfunnel.config.shaping;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import remfunnel.Draft;
import remfunnel.config.Answers;
import remfunnel.config.Connectors;
import tools.jackson.databind.JsonNode;

/** Half-made changes of a connector: each person has one of his own, and sees that others have one. */
@RestController
@RequestMapping("/api/connectors/{id}/draft")
@Tag(name = "connectors")
class DraftsController {
    private final Drafts drafts;
    private final Connectors connectors;

    DraftsController(Drafts drafts, Connectors connectors) {
        this.drafts = drafts;
        this.connectors = connectors;
    }

    /** @param version that If-Match takes */
    record View(
            long version,
            long revision,
            JsonNode configuration,
            @JsonProperty("updated-at") Instant updatedAt) {
        static View of(Draft draft) {
            return new View(
                    Drafts.version(draft),
                    draft.getRevision(),
                    DraftDocument.configuration(draft.getConfiguration()),
                    draft.getUpdatedAt());
        }
    }

    record Kept(long version) {}

    record Other(String by, @JsonProperty("updated-at") Instant updatedAt) {}

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Begun(Optional<View> draft, List<Other> others) {}

    @GetMapping
    @Operation(summary = "What the caller has begun to change and not applied, and who else has begun something")
    Begun begun(@PathVariable String id, @Parameter(hidden = true) HttpServletRequest request) {
        String caller = new Answers(request).caller();
        return new Begun(
                drafts.of(id, caller).map(View::of),
                drafts.beside(id, caller).stream()
                        .map(draft -> new Other(draft.getOwner(), draft.getUpdatedAt()))
                        .toList());
    }

    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Keep what was begun: {\"revision\": …, \"configuration\": {…}}, of 64 KiB at most",
            description = "It need not make a funnel yet. An API key has no place in it. If-Match with the version that"
                    + " was seen, or If-None-Match: *, keeps it only where it is still as it was.")
    @ApiResponse(responseCode = "412", description = "The draft was changed meanwhile: in another window, say")
    ResponseEntity<Object> keep(@PathVariable String id, @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        Answers answers = new Answers(request);
        return connectors.latest(id).isEmpty()
                ? answers.noSuchConnector(id)
                : answers.withBody(text -> DraftDocument.read(text)
                        .map(document -> keep(id, document, answers))
                        .orElseGet(() -> answers.refused(
                                HttpStatus.BAD_REQUEST,
                                "NO_DRAFT",
                                "The body must be {\"revision\": …, \"configuration\": {…}} with the keys of a connector's"
                                        + " document and no others.",
                                "Тело должно быть {\"revision\": …, \"configuration\": {…}} с ключами документа"
                                        + " подключения и без других.")));
    }

    private ResponseEntity<Object> keep(String id, DraftDocument document, Answers answers) {
        if (document.isTooLong()) {
            return answers.refused(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "TOO_LONG",
                    "The draft is longer than 64 KiB; a connector needs a few kilobytes.",
                    "Черновик длиннее 64 КиБ; подключению хватает нескольких.");
        }
        return drafts.keep(id, answers.caller(), document, answers::hasSeen)
                .<ResponseEntity<Object>>map(draft -> ResponseEntity.ok(new Kept(Drafts.version(draft))))
                .orElseGet(() -> changed(answers));
    }

    private static ResponseEntity<Object> changed(Answers answers) {
        return answers.refused(
                HttpStatus.PRECONDITION_FAILED,
                "DRAFT_CHANGED",
                "Your draft was changed meanwhile, in another window or browser.",
                "Ваш черновик тем временем изменён в другом окне или браузере.");
    }

    @DeleteMapping
    @Operation(summary = "Throw away what the caller has begun; with If-Match, only that version of it")
    @ApiResponse(responseCode = "204", description = "There is none any more")
    @ApiResponse(responseCode = "412", description = "The draft was changed meanwhile, and is kept")
    ResponseEntity<Object> drop(@PathVariable String id, @Parameter(hidden = true) HttpServletRequest request) {
        Answers answers = new Answers(request);
        return drafts.drop(id, answers.caller(), answers::hasSeen, request.getHeader("If-Match") != null)
                ? ResponseEntity.noContent().build()
                : changed(answers);
    }
}
