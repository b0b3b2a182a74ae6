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

    ExportController(SharedSettings settings, Records records, Connectors connectors) {
        this.settings = settings;
        this.records = records;
        this.connectors = connectors;
    }

    @GetMapping("/api/export/{what}")
    @Operation(
            summary = "facts, transitions or totals as they stand when asked: one line a key",
            description = "format: jsonl (default) or csv. Money is plain decimal text, times are ISO-8601 in UTC."
                    + " A connection that breaks off means an incomplete export.")
    ResponseEntity<?> export(
            @PathVariable String what,
            @RequestParam Optional<String> connector,
            @RequestParam(defaultValue = "jsonl") String format,
            @Parameter(hidden = true) HttpServletRequest request) {
        Answers answers = new Answers(request);
        if (!EXPORTS.containsKey(what)) {
            return answers.refused(
                    HttpStatus.NOT_FOUND,
                    "NO_SUCH_EXPORT",
                    "Export facts, transitions or totals.",
                    "Есть facts, transitions и totals.");
        }
        if (!FORMATS.containsKey(format)) {
            return answers.refused(
                    HttpStatus.BAD_REQUEST, "NO_SUCH_FORMAT", "format is jsonl or csv.", "format: jsonl или csv.");
        }
        if (connector.isPresent() && connectors.latest(connector.get()).isEmpty()) {
            return answers.noSuchConnector(connector.get());
        }
        RowFormat rows = FORMATS.get(format);
        StreamingResponseBody body = out -> stream(EXPORTS.get(what), connector, rows, out);
        return ResponseEntity.ok().header("Content-Type", rows.contentType()).body(body);
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
