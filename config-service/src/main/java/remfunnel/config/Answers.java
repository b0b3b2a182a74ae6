package remfunnel.config;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import remfunnel.FunnelConfig;
import remfunnel.config.document.Fault;
import remfunnel.config.document.Faults;
import remfunnel.config.document.Node;
import remfunnel.config.document.NodeReader;
import remfunnel.funnel.Text;

/** The answers to one request, refusals in its language. */
public final class Answers {
    /** The header by which a program says what it is: a command says its name. */
    public static final String PROGRAM = "X-Remfunnel-Program";

    private static final Text NO_HEADER = Text.of(
            "Say which revision you have seen: If-Match with the ETag of GET, or If-None-Match: * to create.",
            "Укажите, какую ревизию вы видели: If-Match с ETag из GET, или If-None-Match: * для создания.");

    private static final Text KEY_REMOVED = Text.of(
            "The source's address changed, so the stored API key was removed: give the key for the new address.",
            "Адрес источника изменился, поэтому сохранённый ключ API удалён: укажите ключ для нового адреса.");

    private final HttpServletRequest request;
    private final Problems problems;

    public Answers(HttpServletRequest request) {
        this.request = request;
        this.problems = Problems.in(header("Accept-Language"));
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeader(name));
    }

    Expectation expectation() {
        return Expectation.of(header("If-Match"), header("If-None-Match"));
    }

    /**
     * Whether the caller has seen what is there, as far as the request says what he has; not where it says that in no way known. He may have seen a later one at another
     * instance, of which this one has not heard yet.
     *
     * @param version of what is there, empty where nothing is
     */
    public boolean hasSeen(OptionalLong version) {
        return switch (expectation()) {
            case Expectation.Revision(long seen) -> version.orElse(seen) <= seen;
            case Expectation.NoneYet none -> version.isEmpty();
            case Expectation.Any any -> true;
            case Expectation.Unsaid unsaid ->
                header("If-Match").isEmpty() && header("If-None-Match").isEmpty();
        };
    }

    /** Who is logged in, or whose token it is. */
    public String caller() {
        return Optional.ofNullable(request.getUserPrincipal())
                .map(Principal::getName)
                .orElse("rest");
    }

    /** Who is logged in, or whose token it is, and then what the program says of itself. */
    public String by() {
        return header(PROGRAM)
                .filter(name -> !name.isBlank() && name.length() <= 100)
                .map(program -> caller() + " (" + program + ")")
                .orElseGet(this::caller);
    }

    /** Reads the body as YAML where it says that it is, as JSON elsewhere. */
    ResponseEntity<Object> withDocument(Function<Node, ResponseEntity<Object>> use) throws IOException {
        boolean yaml =
                header("Content-Type").filter(type -> type.contains("yaml")).isPresent();
        return withBody(text -> yaml ? with(NodeReader::yaml, text, use) : with(NodeReader::json, text, use));
    }

    /** Reads the body as JSON, or answers what is wrong with it. */
    public ResponseEntity<Object> withJson(Function<Node, ResponseEntity<Object>> use) throws IOException {
        return withBody(text -> with(NodeReader::json, text, use));
    }

    /** Hands on the body as it is, unless it is too long or no text. */
    public ResponseEntity<Object> withBody(Function<String, ResponseEntity<Object>> use) throws IOException {
        return switch (Bodies.read(request)) {
            case Bodies.Body.TooLong tooLong ->
                problems.plain(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "TOO_LONG",
                        Text.of(
                                "The body is longer than 1 MiB; a connector needs a few kilobytes.",
                                "Тело длиннее 1 МиБ."));
            case Bodies.Body.NotUtf8 notUtf8 ->
                problems.plain(
                        HttpStatus.BAD_REQUEST,
                        "NOT_UTF8",
                        Text.of("The body must be UTF-8.", "Тело должно быть в UTF-8."));
            case Bodies.Body.Content content -> use.apply(content.text());
        };
    }

    private ResponseEntity<Object> with(
            BiFunction<String, Faults, Node> reader, String text, Function<Node, ResponseEntity<Object>> use) {
        Faults faults = new Faults();
        Node root = reader.apply(text, faults);
        return faults.none() ? use.apply(root) : malformed(faults.list());
    }

    ResponseEntity<Object> malformed(List<Fault> faults) {
        return problems.faults(
                HttpStatus.BAD_REQUEST,
                "MALFORMED",
                Text.of("The document is not well formed.", "Документ составлен неверно."),
                faults);
    }

    public ResponseEntity<Object> refused(HttpStatus status, String code, String en, String ru) {
        return problems.plain(status, code, Text.of(en, ru));
    }

    public ResponseEntity<Object> noSuchConnector(String id) {
        return refused(
                HttpStatus.NOT_FOUND,
                "NO_SUCH_CONNECTOR",
                "There is no connector '" + id + "'.",
                "Нет подключения «" + id + "».");
    }

    ResponseEntity<Object> noFunnel(List<Fault> faults) {
        return problems.faults(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "REFUSED",
                Text.of(
                        "The configuration makes no funnel; nothing was changed.",
                        "Настройки неверны; ничего не изменено."),
                faults);
    }

    ResponseEntity<Object> otherConnector(FunnelConfig document, String id) {
        return refused(
                HttpStatus.BAD_REQUEST,
                "OTHER_CONNECTOR",
                "connector is '" + document.getConnectorId() + "' in the document, but '" + id + "' in the path.",
                "connector в документе и в пути разные.");
    }

    /** What the transform said, its answer shown in some form. */
    ResponseEntity<Object> of(TransformReply reply, Function<String, Object> shown) {
        return switch (reply) {
            case TransformReply.Answer(var json) ->
                ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(shown.apply(json));
            case TransformReply.Refusal refusal -> {
                var answer = problems.plain(HttpStatus.valueOf(refusal.status()), refusal.code(), refusal.why());
                yield refusal.retryAfter()
                        .map(seconds -> ResponseEntity.status(answer.getStatusCode())
                                .headers(answer.getHeaders())
                                .header(HttpHeaders.RETRY_AFTER, seconds)
                                .body(answer.getBody()))
                        .orElse(answer);
            }
        };
    }

    ResponseEntity<Object> of(WriteResult result, String id) {
        return switch (result) {
            case WriteResult.Written written -> written(written, id);
            case WriteResult.Refused refused -> noFunnel(refused.faults());
            case WriteResult.Stale stale -> problems.stale(stale);
            case WriteResult.Exists exists ->
                refused(
                        HttpStatus.PRECONDITION_FAILED,
                        "EXISTS",
                        "The connector exists already, at revision " + exists.current() + ".",
                        "Такое подключение уже есть, ревизия " + exists.current() + ".");
            case WriteResult.Absent absent -> noSuchConnector(id);
            case WriteResult.NoPrecondition none ->
                problems.plain(HttpStatus.PRECONDITION_REQUIRED, "NO_PRECONDITION", NO_HEADER);
        };
    }

    private ResponseEntity<Object> written(WriteResult.Written written, String id) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("connector", id);
        body.put("revision", written.revision());
        written.overwrote().ifPresent(other -> body.put("overwrote", other));
        if (written.keyRemoved()) {
            body.put("api-key-removed", true);
            body.put("message", problems.said(KEY_REMOVED));
        }
        return ResponseEntity.status(written.created() ? HttpStatus.CREATED : HttpStatus.OK)
                .eTag(Long.toString(written.revision()))
                .body(body);
    }
}
