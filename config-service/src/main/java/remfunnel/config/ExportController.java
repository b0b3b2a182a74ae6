package remfunnel.config;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificData;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
import remfunnel.config.export.Rows;
import remfunnel.config.export.SnapshotLostException;
import remfunnel.config.export.Snapshots;
import remfunnel.config.export.TopicSnapshot;
import remfunnel.schemas.RecordReader;
import remfunnel.schemas.Records;
import remfunnel.schemas.RegistryUnavailableException;
import remfunnel.schemas.Topic;
import remfunnel.schemas.Topics;
import tools.jackson.databind.json.JsonMapper;

/** What the funnel's topics now hold, as a stream. */
@RestController
@Tag(name = "export")
class ExportController {
    private static final Logger LOGGER = LoggerFactory.getLogger(ExportController.class);
    private static final Map<String, Topic<? extends IndexedRecord>> EXPORTS =
            Map.of("facts", Topics.FACTS, "transitions", Topics.TRANSITIONS, "totals", Topics.TOTALS);
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
            summary = "facts, transitions or totals as they stand when asked: one line a key",
            description =
                    "format: jsonl (default), csv or parquet. In the first two money is plain decimal text and times are ISO-8601"
                            + " in UTC. The header X-Remfunnel-As-Of says as of when, X-Remfunnel-Rows how many rows come."
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

    private <V extends IndexedRecord> ResponseEntity<StreamingResponseBody> rows(
            Topic<V> topic, Optional<String> connector, RowFormat format) {
        TopicSnapshot snapshot = snapshots.take(topic, connector);
        return ResponseEntity.ok()
                .header("Content-Type", format.contentType())
                .header("X-Remfunnel-As-Of", snapshot.asOf().toString())
                .header("X-Remfunnel-Rows", Long.toString(snapshot.count()))
                .body(out -> stream(
                        topic,
                        snapshot,
                        format.begin(SpecificData.get().getSchema(topic.valueType()), snapshot.asOf(), out)));
    }

    private <V extends IndexedRecord> void stream(Topic<V> topic, TopicSnapshot snapshot, Rows rows)
            throws IOException {
        RecordReader<V> reader = records.reader(topic);
        try {
            snapshot.forEach(value -> add(reader.read(value), topic, rows));
            rows.end();
        } catch (KafkaException | SnapshotLostException | RegistryUnavailableException | UncheckedIOException e) {
            // Not ended: a stream that ends in good order would pass for a whole export.
            throw new IOException("the export of " + topic.name() + " broke off", e);
        }
    }

    private static <V extends IndexedRecord> void add(RecordReader.Reading<V> reading, Topic<V> topic, Rows rows) {
        switch (reading) {
            case RecordReader.Reading.Decoded<V> decoded -> add(decoded.value(), rows);
            case RecordReader.Reading.Undecodable<V> garbage ->
                LOGGER.atWarn()
                        .addKeyValue("topic", topic.name())
                        .addKeyValue("reason", garbage.reason())
                        .log("Left a record out of an export");
        }
    }

    private static void add(IndexedRecord record, Rows rows) {
        try {
            rows.add(record);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
