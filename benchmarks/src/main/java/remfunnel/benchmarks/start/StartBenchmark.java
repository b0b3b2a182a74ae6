package remfunnel.benchmarks.start;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import remfunnel.benchmarks.harness.Bench;
import remfunnel.benchmarks.harness.Benchmark;
import remfunnel.benchmarks.harness.Figure;
import remfunnel.benchmarks.harness.Samples;

/** {@code up} from its command to ready: with nothing, and with a million orders; and what those take on disk. */
public final class StartBenchmark implements Benchmark {
    @Override
    public String name() {
        return "start";
    }

    @Override
    public String about() {
        return "up to ready, empty and with a million orders in state; bytes of an order on disk and on the topics";
    }

    @Override
    public List<Figure> measure(Bench bench) throws Exception {
        var first = new Samples();
        var again = new Samples();
        for (int round = 0; round < bench.scale().of(3, 2, 1); round++) {
            bench.progress().say("up on an empty directory, and again");
            var command = UpCommand.on(bench.directory("empty").resolve(Integer.toString(round)));
            first.add(seconds(command));
            again.add(seconds(command));
        }
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.of("up to ready, the first time", first, "s"));
        figures.add(Figure.of("up to ready, a second time, no orders", again, "s"));
        figures.addAll(withOrders(bench));
        return figures;
    }

    private static double seconds(UpCommand command) throws Exception {
        try (var up = command.run()) {
            return seconds(up.untilReady());
        }
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1e3;
    }

    private static List<Figure> withOrders(Bench bench) throws Exception {
        int orders = Integer.getInteger("remfunnel.bench.orders", bench.scale().of(1_000_000, 50_000, 200));
        var command = UpCommand.on(bench.directory("filled").resolve("data"));
        var shop = new Filled(command.settings(), orders, bench.progress());
        try (var up = command.run()) {
            bench.progress()
                    .say("filling a machine that was up in " + up.untilReady().toMillis() + " ms");
            shop.fill();
        }
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.of("orders", orders, ""));
        figures.addAll(restarts(bench, command, shop));
        figures.addAll(sizes(new Disk(command.data()), orders));
        return figures;
    }

    private static List<Figure> restarts(Bench bench, UpCommand command, Filled shop) throws Exception {
        var ready = new Samples();
        var fact = new Samples();
        for (int round = 0; round < bench.scale().of(3, 2, 1); round++) {
            bench.progress().say("up with these orders");
            try (var up = command.run()) {
                ready.add(seconds(up.untilReady()));
                fact.add(seconds(up.untilReady().plus(shop.untilFact())));
            }
        }
        return List.of(
                Figure.of("up to ready, with these orders in state", ready, "s"),
                Figure.of("until a changed order is a fact again", fact, "s"));
    }

    /** What there is little of is not of orders, and the broker has topics of its own. */
    private static List<Figure> sizes(Disk disk, int orders) throws Exception {
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.of("state on disk, an order", (double) disk.state() / orders, "B"));
        disk.topics().entrySet().stream()
                .filter(topic -> topic.getValue() > orders && !topic.getKey().startsWith("__"))
                .forEach(topic -> figures.add(
                        Figure.of("topic " + topic.getKey() + ", an order", (double) topic.getValue() / orders, "B")));
        return figures;
    }
}
