package remfunnel.tracing;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Headers;

/**
 * The header {@code traceparent} of a record, as W3C defines it: which trace it belongs to, and which span led to it. What stands on an
 * order event is copied to its fact as it is, so that a replay writes the same.
 */
public record TraceParent(String text) {
    private static final String NAME = "traceparent";
    private static final Pattern FORM = Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    private static final int LENGTH = 55;
    private static final int SPAN_AT = 36;
    private static final int FLAGS_AT = 53;

    static TraceParent of(SpanContext span) {
        return new TraceParent("00-" + span.getTraceId() + '-' + span.getSpanId() + '-'
                + span.getTraceFlags().asHex());
    }

    /** Empty where there is none, or none that W3C would know. */
    public static Optional<TraceParent> read(Headers headers) {
        var header = headers.lastHeader(NAME);
        if (header == null || header.value() == null || header.value().length != LENGTH) {
            return Optional.empty();
        }
        var text = new String(header.value(), StandardCharsets.US_ASCII);
        return FORM.matcher(text).matches() ? Optional.of(new TraceParent(text)) : Optional.empty();
    }

    public void write(Headers headers) {
        headers.remove(NAME).add(NAME, text.getBytes(StandardCharsets.US_ASCII));
    }

    SpanContext context() {
        return SpanContext.createFromRemoteParent(
                text.substring(3, SPAN_AT - 1),
                text.substring(SPAN_AT, FLAGS_AT - 1),
                TraceFlags.fromHex(text, FLAGS_AT),
                TraceState.getDefault());
    }
}
