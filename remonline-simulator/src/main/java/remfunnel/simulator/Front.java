package remfunnel.simulator;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The front door: counts, waits, answers, and lets faults strike. Control calls go round all of that. */
final class Front extends Handler.Abstract {
    private final Clock clock;
    private final Duration latency;
    private final Api api;
    private final ControlFace control;
    private final Faults faults;
    private final Counters counters;

    Front(Parts parts, ControlFace control) {
        this.clock = parts.options().clock();
        this.latency = parts.options().latency();
        this.api = parts.api();
        this.faults = parts.faults();
        this.counters = parts.counters();
        this.control = control;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        var call = CallReader.read(request);
        if (call.path().startsWith("/control/")) {
            send(control.answer(call), response, callback);
            return true;
        }
        counters.request(call.path());
        wait(latency);
        var fault = faults.next(call.path());
        if (fault.isPresent() && fault.get().kind() == Fault.Kind.SLOW) {
            wait(fault.get().delay());
        }
        var answer = struck(api.answer(call), fault);
        counters.answered(answer.status());
        deliver(answer, fault.map(Fault::kind), new Exchange(request, response, callback));
        return true;
    }

    private static void wait(Duration duration) throws InterruptedException {
        if (duration.isPositive()) {
            TimeUnit.NANOSECONDS.sleep(duration.toNanos());
        }
    }

    private static Answer struck(Answer answer, Optional<Fault> fault) {
        return fault.map(each -> switch (each.kind()) {
                    case TOO_MANY_REQUESTS -> V1Errors.tooMany();
                    case TOO_MANY_REQUESTS_RETRY_AFTER ->
                        V1Errors.tooMany()
                                .with(
                                        "Retry-After",
                                        String.valueOf(Math.max(1, each.delay().toSeconds())));
                    case ERROR_500_HTML -> Answer.html(500, "500 Internal Server Error");
                    case BAD_GATEWAY_HTML -> Answer.html(502, "502 Bad Gateway");
                    case OK_HTML -> Answer.html(200, "Maintenance");
                    case NOT_FOUND -> V1Errors.notFound();
                    case TRUNCATED_JSON ->
                        answer.withBody(answer.body().substring(0, answer.body().length() / 2));
                    case MALFORMED_JSON -> answer.withBody(malformed(answer.body()));
                    case SUCCESS_FALSE -> Answer.ok(Json.object("success", false, "message", "Something went wrong"));
                    case DROPPED_CONNECTION, DROPPED_BODY, SLOW -> answer;
                })
                .orElse(answer);
    }

    private static String malformed(String body) {
        return body.replaceFirst(":", ";");
    }

    private void deliver(Answer answer, Optional<Fault.Kind> fault, Exchange exchange) {
        switch (fault.orElse(Fault.Kind.SLOW)) {
            case DROPPED_CONNECTION -> exchange.drop();
            case DROPPED_BODY -> {
                headers(answer, exchange.response());
                var half = ByteBuffer.wrap(answer.bytes(), 0, answer.bytes().length / 2);
                exchange.response().write(false, half, Callback.from(exchange::drop));
            }
            default -> send(answer, exchange.response(), exchange.callback());
        }
    }

    private void send(Answer answer, Response response, Callback callback) {
        headers(answer, response);
        response.write(true, ByteBuffer.wrap(answer.bytes()), callback);
    }

    private void headers(Answer answer, Response response) {
        var date = DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.instant().atZone(ZoneOffset.UTC));
        response.setStatus(answer.status());
        response.getHeaders().put(HttpHeader.DATE, date);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.contentType());
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, answer.bytes().length);
        answer.headers().forEach((name, value) -> response.getHeaders().put(name, value));
    }

    /** What Jetty gives for one request. */
    private record Exchange(Request request, Response response, Callback callback) {
        void drop() {
            request.getConnectionMetaData().getConnection().getEndPoint().close();
            callback.failed(new EofException("dropped on purpose"));
        }
    }
}
