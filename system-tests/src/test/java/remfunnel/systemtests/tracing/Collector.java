package remfunnel.systemtests.tracing;

import com.google.protobuf.TextFormat;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Takes OTLP over HTTP as a collector does, and keeps what it was sent. */
final class Collector implements AutoCloseable {
    private static final Pattern ID = Pattern.compile("(trace|span|parent_span)_id: \"(\\\\.|[^\"\\\\])*\"");

    private final List<ExportTraceServiceRequest> requests = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    Collector() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", this::take);
        server.start();
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.add(ExportTraceServiceRequest.parseFrom(exchange.getRequestBody()));
            exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
        }
    }

    List<Seen> spans() {
        return requests.stream()
                .flatMap(request -> request.getResourceSpansList().stream())
                .flatMap(Seen::of)
                .toList();
    }

    /** All that was sent, readable, to be searched for what must not be in it; without ids, which are any bytes. */
    String everything() {
        var text = TextFormat.printer().escapingNonAscii(false);
        return requests.stream()
                .map(text::printToString)
                .map(request -> ID.matcher(request).replaceAll(""))
                .collect(Collectors.joining());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
