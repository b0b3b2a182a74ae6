package remfunnel.benchmarks.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import remfunnel.benchmarks.cluster.Cluster;
import remfunnel.benchmarks.harness.Bench;
import remfunnel.benchmarks.harness.ChildJvm;
import remfunnel.benchmarks.harness.Figure;
import remfunnel.benchmarks.harness.Goal;
import remfunnel.benchmarks.harness.Rounds;
import remfunnel.benchmarks.harness.Samples;

/** A back-fill without limit beside a loop that asks for the same pages and does nothing with them. */
final class Pages {
    private static final Goal FOUR_FIFTHS = Goal.atLeast(0.8);
    private static final List<String> BARE_JVM = List.of("-Xms128m", "-Xmx512m", "-XX:+UseSerialGC");
    private static final String RECORDED = "recorded";

    private final Bench bench;
    private final Cluster cluster;
    private final Map<Reader, Samples> pagesASecond = new EnumMap<>(Reader.class);
    private final Map<Reader, Samples> cpu = new EnumMap<>(Reader.class);
    private int backfills;

    Pages(Bench bench, Cluster cluster) {
        this.bench = bench;
        this.cluster = cluster;
        for (var reader : Reader.values()) {
            pagesASecond.put(reader, new Samples());
            cpu.put(reader, new Samples());
        }
    }

    private enum Reader {
        INGEST("ingest"),
        BARE("a bare OkHttp loop");

        private final String title;

        Reader(String title) {
            this.title = title;
        }
    }

    private record Reading(long pages, Duration took, Duration cpu) {
        double perSecond() {
            return pages / (took.toNanos() / 1e9);
        }

        double cpuMillisAPage() {
            return cpu.toNanos() / 1e6 / pages;
        }
    }

    private record Peers(Accounts accounts, Ingest ingest, Histories histories, ChildJvm bare, int pages) {}

    List<Figure> measure() throws Exception {
        int orders = bench.scale().of(40_000, 20_000, 200);
        try (var accounts = Accounts.open(bench, "pages", new Accounts.Kind(1, orders, 0, 0));
                var ingest = Ingest.start(bench, cluster, 0);
                var histories = new Histories(cluster)) {
            var recorded = record(accounts, ingest, histories);
            var bare = bench.add(bare(accounts, recorded));
            var peers = new Peers(
                    accounts, ingest, histories, bare, recorded.pages().size());
            var rounds = new Rounds(bench.scale().of(2, 1, 0), bench.scale().of(5, 3, 1));
            rounds.run(List.of(Reader.values()), reader -> read(reader, peers), this::keep, bench.progress());
            return figures(recorded.pages().size());
        }
    }

    private record Recording(List<String> pages, String token) {}

    private Recording record(Accounts accounts, Ingest ingest, Histories histories) throws IOException {
        bench.progress().say("recording which pages a back-fill asks for");
        try (var recorder = new Recorder(accounts.baseUrl())) {
            ingest.follow(RECORDED, recorder.baseUrl(), accounts.key(0));
            histories.awaitDone(RECORDED);
            ingest.pause(RECORDED, recorder.baseUrl());
            return new Recording(recorder.pages(), recorder.token());
        }
    }

    private ChildJvm bare(Accounts accounts, Recording recording) throws IOException {
        var paths = Files.write(bench.directory("pages").resolve("paths"), recording.pages());
        var log = bench.directory("logs").resolve("bare.log");
        var process = ChildJvm.start(
                BareProcess.class,
                log,
                BARE_JVM,
                List.of(accounts.baseUrl().toString(), recording.token(), paths.toString()));
        process.answer();
        return process;
    }

    private Reading read(Reader reader, Peers peers) {
        return switch (reader) {
            case BARE -> bare(peers);
            case INGEST -> backfill(peers);
        };
    }

    private static Reading bare(Peers peers) {
        var before = peers.bare().cpu();
        var took = Duration.ofNanos(Long.parseLong(peers.bare().ask("read")));
        return new Reading(peers.pages(), took, peers.bare().cpu().minus(before));
    }

    /** From the moment on that polling has begun to the last order that is on the topic. */
    private Reading backfill(Peers peers) {
        var connector = "shop-" + ++backfills;
        var source = peers.accounts().baseUrl();
        peers.ingest().follow(connector, source, peers.accounts().key(0));
        peers.histories().awaitBegun(connector);
        long began = System.nanoTime();
        long pages = peers.accounts().counts().pages();
        var cpuBefore = peers.ingest().cpu();
        peers.histories().awaitDone(connector);
        var took = Duration.ofNanos(System.nanoTime() - began);
        var reading = new Reading(
                peers.accounts().counts().pages() - pages,
                took,
                peers.ingest().cpu().minus(cpuBefore));
        peers.ingest().pause(connector, source);
        return reading;
    }

    private void keep(Reader reader, Reading reading) {
        pagesASecond.get(reader).add(reading.perSecond());
        cpu.get(reader).add(reading.cpuMillisAPage());
    }

    private List<Figure> figures(int pages) {
        List<Figure> figures = new ArrayList<>();
        for (var reader : Reader.values()) {
            figures.add(Figure.of("pages a second, no limit, " + reader.title, pagesASecond.get(reader), "/s"));
            figures.add(Figure.of("CPU of a page, " + reader.title, cpu.get(reader), "ms"));
        }
        var ratio = pagesASecond.get(Reader.INGEST).over(pagesASecond.get(Reader.BARE));
        figures.add(
                Figure.of("ingest / bare loop over the same pages", ratio, "x").with(FOUR_FIFTHS));
        figures.add(Figure.of("pages of a back-fill", pages, ""));
        return figures;
    }
}
