package remfunnel.benchmarks.ingest;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import remfunnel.benchmarks.source.SourceProxy;

/** Notes which pages are asked for, and with which token. */
final class Recorder implements AutoCloseable {
    private static final String TOKEN = "token=";

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final SourceProxy proxy;

    Recorder(URI source) throws IOException {
        this.proxy = new SourceProxy(source, page -> asked.add(page.path()));
    }

    URI baseUrl() {
        return proxy.baseUrl();
    }

    /** Path and query of each page in the order asked for, without the token. */
    List<String> pages() {
        return asked.stream()
                .map(path -> path.replaceAll("[?&]" + TOKEN + "[^&]*", "").replaceFirst("/&", "/?"))
                .toList();
    }

    String token() {
        return asked.getFirst().replaceFirst(".*" + TOKEN, "").replaceFirst("&.*", "");
    }

    @Override
    public void close() {
        proxy.close();
    }
}
