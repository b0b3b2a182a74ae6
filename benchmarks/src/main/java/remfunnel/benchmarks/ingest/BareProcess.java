package remfunnel.benchmarks.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import remfunnel.benchmarks.harness.ParentLine;

/** The yardstick: OkHttp, one page after the other, each read to its last byte and thrown away. */
final class BareProcess {
    private final OkHttpClient http = new OkHttpClient();
    private final HttpUrl base;
    private final List<String> paths;

    private BareProcess(HttpUrl base, List<String> paths) {
        this.base = base;
        this.paths = paths;
    }

    /** The source, a token for it, and a file with a path and query on each line; each question is to read them all. */
    public static void main(String[] arguments) throws IOException {
        var parent = ParentLine.open();
        var paths = Files.readAllLines(Path.of(arguments[2])).stream()
                .map(path -> path + "&token=" + arguments[1])
                .toList();
        var bare = new BareProcess(HttpUrl.get(arguments[0]), paths);
        parent.say("ready");
        while (parent.next().isPresent()) {
            long began = System.nanoTime();
            bare.readAll();
            parent.say(Long.toString(System.nanoTime() - began));
        }
        System.exit(0);
    }

    private void readAll() throws IOException {
        for (var path : paths) {
            var url = base.resolve(path);
            try (var response =
                    http.newCall(new Request.Builder().url(url).build()).execute()) {
                if (response.code() != 200 || response.body().bytes().length == 0) {
                    throw new IOException("the source answered " + response.code());
                }
            }
        }
    }
}
