package remfunnel.config;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.generic.IndexedRecord;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import remfunnel.config.export.Csv;
import remfunnel.config.export.JsonLines;
import remfunnel.config.export.Parquet;
import remfunnel.config.export.RowFormat;
import remfunnel.config.export.Snapshots;
import remfunnel.config.export.TopicSnapshot;
import remfunnel.schemas.Records;
import remfunnel.schemas.Topic;
import remfunnel.schemas.Topics;
import tools.jackson.databind.json.JsonMapper;

/** What the funnel's topics now hold, as a stream. */
@RestController
@Tag(name = "export")
class ExportController {
    private static final String ALL = "all";
    private static final SortedMap<String, Topic<? extends IndexedRecord>> EXPORTS =
            new TreeMap<>(Map.of("facts", Topics.FACTS, "transitions", Topics.TRANSITIONS, "totals", Topics.TOTALS));
    private static final Map<String, RowFormat> FORMATS =
            Map.of("jsonl", new JsonLines(), "csv", new Csv(), "parquet", new Parquet());

    private final Snapshots snapshots;
    private final Records records;
    private final Connectors connectors;
    private final JsonMapper json;

    ExportController(Snapshots snapshots, Records records, Connectors connectors, JsonMapper json) {
        this.snapshots = snapshots;
        this.records = records;
        this.connectors = connectors;
        this.json = json;
    }

    @GetMapping("/api/export/{what}")
    @Operation(
            summary = "facts, transitions, totals, or all of them in a ZIP, as they stand when asked: one line a key",
            description =
                    "format: jsonl (default), csv or parquet. In the first two money is plain decimal text and times are ISO-8601"
                            + " in UTC. The header X-Remfunnel-As-Of says as of when, X-Remfunnel-One-Moment whether no transaction was"
                            + " open then (else the last ones may be there in part), X-Remfunnel-Rows how many rows come."
                            + " A connection that breaks off means an incomplete export.")
    ResponseEntity<StreamingResponseBody> export(
            @PathVariable String what,
            @RequestParam Optional<String> connector,
            @RequestParam(defaultValue = "jsonl") String format,
            @Parameter(hidden = true) HttpServletRequest request) {
        return refusal(what, connector, format, new Answers(request))
                .map(this::streamed)
                .orElseGet(() -> what.equals(ALL) ? files(connector, format) : file(what, connector, format));
    }

    private Optional<ResponseEntity<Object>> refusal(
            String what, Optional<String> connector, String format, Answers answers) {
        if (!EXPORTS.containsKey(what) && !what.equals(ALL)) {
            return Optional.of(answers.refused(
                    HttpStatus.NOT_FOUND,
                    "NO_SUCH_EXPORT",
                    "Export facts, transitions, totals or all.",
                    "Есть facts, transitions, totals и all."));
        }
        if (!FORMATS.containsKey(format)) {
            return Optional.of(answers.refused(
                    HttpStatus.BAD_REQUEST,
                    "NO_SUCH_FORMAT",
                    "format is jsonl, csv or parquet.",
                    "format: jsonl, csv или parquet."));
        }
        return connector.filter(id -> connectors.latest(id).isEmpty()).map(answers::noSuchConnector);
    }

    /** Spring tells a stream by the declared type, so that a refusal is one as well. */
    private ResponseEntity<StreamingResponseBody> streamed(ResponseEntity<Object> refusal) {
        return ResponseEntity.status(refusal.getStatusCode())
                .headers(refusal.getHeaders())
                .body(out -> out.write(json.writeValueAsBytes(refusal.getBody())));
    }

    private ResponseEntity<StreamingResponseBody> file(String what, Optional<String> connector, String format) {
        Topic<? extends IndexedRecord> topic = EXPORTS.get(what);
        TopicSnapshot snapshot = snapshots.take(topic, connector);
        RowFormat rows = FORMATS.get(format);
        return answer(List.of(snapshot), rows.contentType())
                .body(out -> new ExportWriter(records, rows).write(topic, snapshot, out));
    }

    private ResponseEntity<StreamingResponseBody> files(Optional<String> connector, String format) {
        Map<Topic<?>, TopicSnapshot> taken = snapshots.together(List.copyOf(EXPORTS.values()), connector);
        List<ExportFile> files = EXPORTS.entrySet().stream()
                .map(one -> new ExportFile(one.getKey() + "." + format, one.getValue(), taken.get(one.getValue())))
                .toList();
        return answer(taken.values(), "application/zip")
                .body(out -> new ExportWriter(records, FORMATS.get(format)).zip(files, out));
    }

    private static ResponseEntity.BodyBuilder answer(Collection<TopicSnapshot> taken, String contentType) {
        TopicSnapshot any = taken.iterator().next();
        long rows = taken.stream().mapToLong(TopicSnapshot::count).sum();
        return ResponseEntity.ok()
                .header("Content-Type", contentType)
                .header("X-Remfunnel-As-Of", any.asOf().toString())
                .header("X-Remfunnel-One-Moment", Boolean.toString(any.isOfOneMoment()))
                .header("X-Remfunnel-Rows", Long.toString(rows));
    }
}
