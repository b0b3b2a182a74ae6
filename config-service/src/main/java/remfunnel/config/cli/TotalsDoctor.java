package remfunnel.config.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** The part of doctor that recounts the totals. */
public final class TotalsDoctor {
    private static final String ORPHANS = "transitions-without-fact";
    private static final String IN_DOUBT = "in-doubt";

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

    int show(JsonNode reports) {
        boolean allRight = true;
        for (JsonNode report : reports) {
            tell(report);
            allRight &= isRight(report);
        }
        if (reports.isEmpty()) {
            out.println("No connector has facts, transitions or totals.");
        }
        if (any(reports, TotalsDoctor::isWrong)) {
            out.println(
                    "Each is wrong by the same in several readings. Does ./remfunnel status show a restatement? Then ask again when it is"
                            + " over; else it is a bug: please report it. ./remfunnel replay --execute derives everything again; what"
                            + " differs even then belongs to nothing any more and goes with a tombstone under its key.");
        }
        if (any(reports, TotalsDoctor::hasDoubts)) {
            out.println(
                    "What is in doubt was never right, but wrong by something else in each reading: either orders flow so fast that"
                            + " every reading cut through them, or an error grows with each order. Run it again when fewer"
                            + " orders flow.");
        }
        out.flush();
        return allRight ? 0 : 1;
    }

    private static boolean any(JsonNode reports, Predicate<JsonNode> what) {
        return StreamSupport.stream(reports.spliterator(), false).anyMatch(what);
    }

    private static boolean isRight(JsonNode report) {
        return !isWrong(report) && !hasDoubts(report);
    }

    private static boolean isWrong(JsonNode report) {
        return report.path("differing").asLong() + report.path(ORPHANS).asLong() > 0;
    }

    private static boolean hasDoubts(JsonNode report) {
        return report.path(IN_DOUBT).asLong() > 0;
    }

    private void tell(JsonNode report) {
        out.println("%s  %s: %d orders, %d transitions, %d totals as of %s: %s"
                .formatted(
                        isRight(report) ? "ok" : isWrong(report) ? "!!" : "??",
                        report.path("connector").asString(),
                        report.path("orders").asLong(),
                        report.path("transitions").asLong(),
                        report.path("cells").asLong(),
                        report.path("as-of").asString(),
                        verdict(report)));
        long orphans = report.path(ORPHANS).asLong();
        if (orphans > 0) {
            out.println("    " + orphans + " transitions are of orders without a fact");
        }
        report.path("differences").forEach(row -> out.println(line(row)));
        report.path("doubts").forEach(row -> out.println(doubt(row)));
    }

    private static String verdict(JsonNode report) {
        if (isRight(report)) {
            return "each total is the sum of its orders";
        }
        String differ = report.path("differing").asLong() + " totals differ";
        String doubts = report.path(IN_DOUBT).asLong() + " totals are in doubt";
        return !hasDoubts(report) ? differ : isWrong(report) ? differ + ", " + doubts : doubts;
    }

    private static String doubt(JsonNode row) {
        return cell(row) + "in doubt, off by "
                + StreamSupport.stream(row.path("off-by").spliterator(), false)
                        .map(TotalsDoctor::offBy)
                        .collect(Collectors.joining(" | "));
    }

    /** Without an amount it is the record itself that should not be there. */
    private static String offBy(JsonNode amounts) {
        return amounts.isEmpty()
                ? "a record of nothing"
                : amounts.properties().stream()
                        .map(amount -> amount.getKey() + " " + amount.getValue().asString())
                        .collect(Collectors.joining(", "));
    }

    private static String cell(JsonNode row) {
        return "    %s, location %s, stage %s: "
                .formatted(
                        row.path("day").asString(),
                        row.path("location").asString(),
                        row.path("stage").asString());
    }

    private static String line(JsonNode row) {
        return cell(row)
                + row.path("amounts").properties().stream()
                        .map(amount -> "%s is %s, should be %s"
                                .formatted(
                                        amount.getKey(),
                                        amount.getValue().path("is").asString(),
                                        amount.getValue().path("should-be").asString()))
                        .collect(Collectors.joining("; "));
    }
}
