package remfunnel.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import java.util.Optional;

/** A piece of work under way on this thread, a span where it is traced. It is told ids and counts: no payload, no key, no name of a client. */
public final class Work implements AutoCloseable {
    static final Work UNTRACED = new Work(Span.getInvalid(), Scope.noop());

    private final Span span;
    private final Scope scope;

    /** Its scope is closed when it is. */
    @SuppressWarnings("MustBeClosedChecker")
    Work(Span span) {
        this(span, span.makeCurrent());
    }

    private Work(Span span, Scope scope) {
        this.span = span;
        this.scope = scope;
    }

    /** Whether anybody will see what it is told. */
    public boolean isSeen() {
        return span.isRecording();
    }

    public Work connector(String id) {
        span.setAttribute("remfunnel.connector", id);
        return this;
    }

    public Work order(long id) {
        span.setAttribute("remfunnel.order", id);
        return this;
    }

    public Work with(String name, String value) {
        span.setAttribute(name, value);
        return this;
    }

    public Work with(String name, long value) {
        span.setAttribute(name, value);
        return this;
    }

    public Work named(String name) {
        span.updateName(name);
        return this;
    }

    /**
     * It did not do what it was to.
     *
     * @param reason a word of our own: texts of others may quote what is secret
     */
    public Work failed(String reason) {
        span.setStatus(StatusCode.ERROR, reason);
        return this;
    }

    /** For what this work leads to elsewhere; empty where nothing is traced. */
    public Optional<TraceParent> parent() {
        return span.getSpanContext().isValid() ? Optional.of(TraceParent.of(span.getSpanContext())) : Optional.empty();
    }

    @Override
    public void close() {
        scope.close();
        span.end();
    }
}
