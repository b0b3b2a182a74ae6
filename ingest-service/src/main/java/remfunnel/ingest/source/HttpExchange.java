package remfunnel.ingest.source;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLException;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** Sends one request and reads its answer. What it says of a failure is its own words: OkHttp's may quote the URL. */
final class HttpExchange implements AutoCloseable {
    private static final Duration A_DAY = Duration.ofDays(1);

    private final Set<Call> running = ConcurrentHashMap.newKeySet();
    private final OkHttpClient http;
    private final CallLimits limits;
    private final InstantSource clock;
    private volatile boolean closed;

    HttpExchange(OkHttpClient shared, CallLimits limits, InstantSource clock) {
        this.http = shared.newBuilder()
                .connectTimeout(limits.connectTimeout())
                .readTimeout(limits.readTimeout())
                .callTimeout(limits.callTimeout())
                .followRedirects(false)
                .followSslRedirects(false)
                .build();
        this.limits = limits;
        this.clock = clock;
    }

    Sent send(Request request) {
        var call = http.newCall(request);
        running.add(call);
        try {
            if (closed) {
                return new Sent.Lost("the client is closed");
            }
            long began = System.nanoTime();
            try (var response = call.execute()) {
                return received(response, began);
            }
        } catch (IOException failed) {
            return new Sent.Lost(
                    closed
                            ? "the client is closed"
                            : words(failed, request.url().host()));
        } finally {
            running.remove(call);
        }
    }

    /** Calls that begin in the meantime see the flag; those that began before are cancelled. */
    @Override
    public void close() {
        closed = true;
        running.forEach(Call::cancel);
    }

    boolean isClosed() {
        return closed;
    }

    private Sent received(Response response, long began) throws IOException {
        var body = bounded(response.body());
        if (body.isEmpty()) {
            return new Sent.Lost("an answer of more than %d bytes".formatted(limits.maxBodyBytes()));
        }
        var now = clock.instant();
        return new Sent.Received(
                response.code(),
                isHtml(response, body.get()),
                ByteBuffer.wrap(body.get()),
                Optional.ofNullable(response.headers().getInstant("Date"))
                        .orElseGet(() -> now.minus(Reply.Answer.DOUBT)),
                now,
                Duration.ofNanos(System.nanoTime() - began),
                retryAfter(response, now),
                Optional.ofNullable(response.header("Location"))
                        .map(response.request().url()::resolve)
                        .map(url -> url.scheme() + "://" + url.host()));
    }

    private Optional<byte[]> bounded(ResponseBody body) throws IOException {
        var source = body.source();
        return source.request(limits.maxBodyBytes() + 1) ? Optional.empty() : Optional.of(source.readByteArray());
    }

    private static boolean isHtml(Response response, byte[] body) {
        if (response.header("Content-Type", "").contains("html")) {
            return true;
        }
        var first = 0;
        while (first < body.length && Character.isWhitespace(body[first])) {
            first++;
        }
        return first < body.length && body[first] == '<';
    }

    /** Seconds, or a date; whoever asks for more than a day is asked again after a day. */
    private static Optional<Duration> retryAfter(Response response, Instant now) {
        var seconds = response.header("Retry-After", "");
        var asked = seconds.matches("\\d{1,18}")
                ? Optional.of(Duration.ofSeconds(Long.parseLong(seconds)))
                : Optional.ofNullable(response.headers().getInstant("Retry-After"))
                        .map(date -> Duration.between(now, date))
                        .filter(Duration::isPositive);
        return asked.map(wait -> wait.compareTo(A_DAY) > 0 ? A_DAY : wait);
    }

    private String words(IOException failed, String host) {
        return switch (failed) {
            case SocketTimeoutException late ->
                "%s did not answer in time (connect %s, read %s)"
                        .formatted(host, limits.connectTimeout(), limits.readTimeout());
            case InterruptedIOException late ->
                "%s did not finish its answer within %s".formatted(host, limits.callTimeout());
            case UnknownHostException unknown ->
                "the name %s is not known here; check base_url and DNS".formatted(host);
            case ConnectException refused -> "%s refuses connections".formatted(host);
            case SSLException insecure ->
                "no secure connection to %s; check its certificate and our clock".formatted(host);
            default -> "the connection to %s broke before the answer was whole".formatted(host);
        };
    }
}
