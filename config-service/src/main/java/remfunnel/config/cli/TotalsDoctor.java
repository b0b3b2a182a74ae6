package remfunnel.config.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The part of doctor that recounts the totals. */
public final class TotalsDoctor {
    private final URI service;
    private final PrintWriter out;

    public TotalsDoctor(URI service, PrintWriter out) {
        this.service = service;
        this.out = out;
    }

    /** Of one connector or all of them; the exit code: 0 when each cell is right, else 1. */
    public int run(Optional<String> connector) {
        String path = "/api/checks/totals"
                + connector
                        .map(id -> "?connector=" + URLEncoder.encode(id, StandardCharsets.UTF_8))
                        .orElse("");
        try {
            var client = new ConfigClient(service, "remfunnel doctor");
            return show(new StillWaiting(Terminal.system())
                    .during("adds up facts and transitions", () -> client.await(path))
                    .orFail());
        } catch (CommandFailure e) {
            out.println(e.getMessage());
            return 1;
        }
    }

    private int show(JsonNode reports) {
        boolean allRight = true;
        for (JsonNode report : reports) {
            allRight &= show(report, report.path("differing").asLong());
        }
        if (reports.isEmpty()) {
            out.println("No connector has facts, transitions or totals.");
        }
        if (!allRight) {
            out.println(
                    "Each is wrong by the same in several readings. Does ./remfunnel status show a restatement? Then ask again when it is"
                            + " over; else it is a bug: please report it. ./remfunnel replay --execute derives everything again; what"
                            + " differs even then belongs to nothing any more and goes with a tombstone under its key.");
        }
        out.flush();
        return allRight ? 0 : 1;
    }

    private boolean show(JsonNode report, long differing) {
        long orphans = report.path("transitions-without-fact").asLong();
        boolean right = differing == 0 && orphans == 0;
        out.println("%s  %s: %d orders, %d transitions, %d totals as of %s: %s"
                .formatted(
                        right ? "ok" : "!!",
                        report.path("connector").asString(),
                        report.path("orders").asLong(),
                        report.path("transitions").asLong(),
                        report.path("cells").asLong(),
                        report.path("as-of").asString(),
                        right ? "each total is the sum of its orders" : differing + " totals differ"));
        if (orphans > 0) {
            out.println("    " + orphans + " transitions are of orders without a fact");
        }
        report.path("differences").forEach(row -> out.println(line(row)));
        return right;
    }

    private static String line(JsonNode row) {
        return "    %s, location %s, stage %s: "
                        .formatted(
                                row.path("day").asString(),
                                row.path("location").asString(),
                                row.path("stage").asString())
                + row.path("amounts").properties().stream()
                        .map(amount -> "%s is %s, should be %s"
                                .formatted(
                                        amount.getKey(),
                                        amount.getValue().path("is").asString(),
                                        amount.getValue().path("should-be").asString()))
                        .collect(Collectors.joining("; "));
    }
}
