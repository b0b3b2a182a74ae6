package remfunnel.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Begins the spans of one service. They are sent by a thread of its own from a queue that drops what is too much, so a collector
 * that is slow or away costs spans and nothing else.
 */
public final class Tracing implements AutoCloseable {
    /** Makes nothing, and costs nothing. */
    public static final Tracing OFF = new Tracing(Optional.empty());

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private final Optional<SdkTracerProvider> provider;
    private final Optional<Tracer> tracer;

    private Tracing(Optional<SdkTracerProvider> provider) {
        this.provider = provider;
        this.tracer = provider.map(present -> present.get("remfunnel"));
    }

    /**
     * Of one service, on where the settings name a collector.
     *
     * @param service as collectors show it: {@code remfunnel-ingest}
     */
    public static Tracing of(TracingSettings settings, String service) {
        return settings.traces()
                .map(traces -> new Tracing(Optional.of(provider(traces, settings.ratio(), service))))
                .orElse(OFF);
    }

    /** What was begun elsewhere keeps what was decided there, so a trace is whole or not at all. */
    private static SdkTracerProvider provider(URI traces, double ratio, String service) {
        var exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint(traces.toString())
                .setConnectTimeout(PATIENCE)
                .setTimeout(PATIENCE)
                .build();
        return SdkTracerProvider.builder()
                .setResource(Resource.getDefault().toBuilder()
                        .put("service.name", service)
                        .build())
                .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(ratio)))
                .addSpanProcessor(BatchSpanProcessor.builder(exporter)
                        .setScheduleDelay(Duration.ofSeconds(1))
                        .setExporterTimeout(PATIENCE)
                        .build())
                .build();
    }

    public boolean isOn() {
        return tracer.isPresent();
    }

    /** A piece of work within the one that this thread is at, or the first of a trace. */
    public Work begin(String name) {
        return tracer.isPresent() ? new Work(tracer.get().spanBuilder(name).startSpan()) : Work.UNTRACED;
    }

    /** A piece of work that another service's led to. */
    public Work follow(Optional<TraceParent> parent, String name) {
        if (tracer.isEmpty()) {
            return Work.UNTRACED;
        }
        var context = parent.map(TraceParent::context)
                .map(known -> Context.root().with(Span.wrap(known)))
                .orElseGet(Context::root);
        return new Work(tracer.get().spanBuilder(name).setParent(context).startSpan());
    }

    /** Sends what is queued, if the collector takes it soon. */
    @Override
    public void close() {
        provider.ifPresent(present -> present.shutdown().join(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS));
    }
}
