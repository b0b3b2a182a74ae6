package remfunnel.benchmarks.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What a process takes of the machine's memory, heap and all else, as the system counts it. */
record Resident(long pid) {
    double mebibytes() throws IOException {
        var ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
        var kibibytes = new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
        return Long.parseLong(kibibytes) / 1024.0;
    }
}
