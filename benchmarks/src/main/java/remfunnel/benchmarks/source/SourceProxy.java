package remfunnel.benchmarks.source;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;

/** Stands before the source, passes everything on, and tells of each page of orders. */
public final class SourceProxy implements AutoCloseable {
    private static final String PAGES = "/order/";

    private final OkHttpClient http = new OkHttpClient();
    private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();
    private final URI source;
    private final Consumer<Page> told;
    private final HttpServer server;

    public SourceProxy(URI source, Consumer<Page> told) throws IOException {
        this.source = source;
        this.told = told;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(calls);
        server.createContext("/", this::pass);
        server.start();
    }

    /**
     * A page of orders.
     *
     * @param path with the query, as it was asked for
     * @param askedAt when the question arrived, by {@link System#nanoTime}
     */
    public record Page(String path, long askedAt, String body) {}

    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void pass(HttpExchange exchange) throws IOException {
        long askedAt = System.nanoTime();
        var path = exchange.getRequestURI().toString();
        try (exchange;
                var answer = http.newCall(request(exchange, path)).execute()) {
            byte[] body = answer.body().bytes();
            if (exchange.getRequestURI().getPath().equals(PAGES)) {
                told.accept(new Page(path, askedAt, new String(body, StandardCharsets.UTF_8)));
            }
            exchange.getResponseHeaders().set("Content-Type", answer.header("Content-Type", ""));
            exchange.sendResponseHeaders(answer.code(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Request request(HttpExchange exchange, String path) throws IOException {
        var request = new Request.Builder().url(source.resolve(path).toString());
        if (exchange.getRequestMethod().equals("POST")) {
            var type = MediaType.parse(exchange.getRequestHeaders().getFirst("Content-Type"));
            request.post(RequestBody.create(exchange.getRequestBody().readAllBytes(), type));
        }
        return request.build();
    }

    @Override
    public void close() {
        server.stop(0);
        calls.close();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
