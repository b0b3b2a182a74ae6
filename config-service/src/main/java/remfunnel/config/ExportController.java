package remfunnel.config;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificData;
import org.apache.kafka.common.KafkaException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import remfunnel.config.export.Csv;
import remfunnel.config.export.JsonLines;
import remfunnel.config.export.RowFormat;
import remfunnel.config.export.SnapshotLostException;
import remfunnel.config.export.TopicSnapshot;
import remfunnel.schemas.RecordReader;
import remfunnel.schemas.Records;
import remfunnel.schemas.RegistryUnavailableException;
import remfunnel.schemas.SharedSettings;
import remfunnel.schemas.Topic;
import remfunnel.schemas.Topics;
import tools.jackson.databind.json.JsonMapper;

/** What the funnel's topics now hold, as a stream. */
@RestController
@Tag(name = "export")
class ExportController {
    private static final Map<String, Topic<? extends IndexedRecord>> EXPORTS =
            Map.of("facts", Topics.FACTS, "transitions", Topics.TRANSITIONS, "totals", Topics.TOTALS);
    private static final Map<String, RowFormat> FORMATS = Map.of("jsonl", new JsonLines(), "csv", new Csv());

    private final SharedSettings settings;
    private final Records records;
    private final Connectors connectors;
    private final JsonMapper json;

    ExportController(SharedSettings settings, Records records, Connectors connectors, JsonMapper json) {
        this.settings = settings;
        this.records = records;
        this.connectors = connectors;
        this.json = json;
    }

    @GetMapping("/api/export/{what}")
    @Operation(
            summary = "facts, transitions or totals as they stand when asked: one line a key",
            description = "format: jsonl (default) or csv. Money is plain decimal text, times are ISO-8601 in UTC."
                    + " A connection that breaks off means an incomplete export.")
    ResponseEntity<StreamingResponseBody> export(
            @PathVariable String what,
            @RequestParam Optional<String> connector,
            @RequestParam(defaultValue = "jsonl") String format,
            @Parameter(hidden = true) HttpServletRequest request) {
        return refusal(what, connector, format, new Answers(request))
                .map(this::streamed)
                .orElseGet(() -> rows(EXPORTS.get(what), connector, FORMATS.get(format)));
    }

    private Optional<ResponseEntity<Object>> refusal(
            String what, Optional<String> connector, String format, Answers answers) {
        if (!EXPORTS.containsKey(what)) {
            return Optional.of(answers.refused(
                    HttpStatus.NOT_FOUND,
                    "NO_SUCH_EXPORT",
                    "Export facts, transitions or totals.",
                    "Есть facts, transitions и totals."));
        }
        if (!FORMATS.containsKey(format)) {
            return Optional.of(answers.refused(
                    HttpStatus.BAD_REQUEST, "NO_SUCH_FORMAT", "format is jsonl or csv.", "format: jsonl или csv."));
        }
        return connector.filter(id -> connectors.latest(id).isEmpty()).map(answers::noSuchConnector);
    }

    /** Spring tells a stream by the declared type, so that a refusal is one as well. */
    private ResponseEntity<StreamingResponseBody> streamed(ResponseEntity<Object> refusal) {
        return ResponseEntity.status(refusal.getStatusCode())
                .headers(refusal.getHeaders())
                .body(out -> out.write(json.writeValueAsBytes(refusal.getBody())));
    }

    private ResponseEntity<StreamingResponseBody> rows(
            Topic<? extends IndexedRecord> topic, Optional<String> connector, RowFormat rows) {
        return ResponseEntity.ok()
                .header("Content-Type", rows.contentType())
                .body(out -> stream(topic, connector, rows, out));
    }

    private <V extends IndexedRecord> void stream(
            Topic<V> topic, Optional<String> connector, RowFormat rows, OutputStream out) throws IOException {
        RecordReader<V> reader = records.reader(topic);
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        try {
            rows.begin(SpecificData.get().getSchema(topic.valueType()), writer);
            new TopicSnapshot(TopicReaders.properties(settings.kafka()), topic.name(), connector)
                    .forEach(value -> row(reader.read(value), rows, writer));
            writer.flush();
        } catch (KafkaException | SnapshotLostException | RegistryUnavailableException e) {
            // Not closed: a stream that ends in good order would pass for a whole export.
            throw new IOException("the export of " + topic.name() + " broke off", e);
        }
    }

    private static <V extends IndexedRecord> void row(RecordReader.Reading<V> reading, RowFormat rows, Writer writer) {
        try {
            if (reading instanceof RecordReader.Reading.Decoded<V> decoded) {
                rows.row(decoded.value(), writer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
