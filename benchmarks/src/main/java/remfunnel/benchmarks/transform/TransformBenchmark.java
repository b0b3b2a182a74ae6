package remfunnel.benchmarks.transform;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import remfunnel.benchmarks.cluster.Cluster;
import remfunnel.benchmarks.harness.Bench;
import remfunnel.benchmarks.harness.Benchmark;
import remfunnel.benchmarks.harness.Figure;
import remfunnel.benchmarks.harness.Goal;
import remfunnel.benchmarks.harness.Rounds;
import remfunnel.benchmarks.harness.Samples;

/** Events a second through the topology, on one stream thread and exactly once, beside what else the engine could do with them. */
public final class TransformBenchmark implements Benchmark {
    private static final Map<Design, Goal> GOALS = Map.of(
            Design.PASS_THROUGH, Goal.atLeast(0.6),
            Design.WITH_STATE, Goal.atLeast(0.85),
            Design.TEXTBOOK, Goal.atLeast(4));

    private final Map<Design, List<Turns.Turn>> turns = new EnumMap<>(Design.class);

    @Override
    public String name() {
        return "transform";
    }

    @Override
    public String about() {
        return "events a second and CPU on one stream thread, against bare pass-through, with state, and the textbook";
    }

    @Override
    public List<Figure> measure(Bench bench) throws Exception {
        turns.clear();
        var cluster = Cluster.start(bench);
        var load = Load.write(bench, cluster);
        var all = new Turns(bench, cluster, load);
        var rounds = new Rounds(
                0, Integer.getInteger("remfunnel.bench.rounds", bench.scale().of(3, 2, 1)));
        rounds.run(List.of(Design.values()), all::take, this::keep, bench.progress());
        List<Figure> figures = new ArrayList<>();
        for (var design : Design.values()) {
            figures.addAll(figures(design));
        }
        GOALS.keySet().stream().sorted().forEach(peer -> figures.add(ratio(peer)));
        figures.add(
                Figure.of(Design.ASKED.title() + " / unasked", slowed(), "x").with(Goal.atLeast(0.9)));
        figures.add(Figure.of("questions answered meanwhile", (double) all.answered(), ""));
        figures.add(Figure.of("payload of an event", load.eventBytes(), "B"));
        figures.add(Figure.of("kept of an order in state", all.orderBytes(), "B"));
        return figures;
    }

    private void keep(Design design, Turns.Turn turn) {
        turns.computeIfAbsent(design, none -> new ArrayList<>()).add(turn);
    }

    private List<Figure> figures(Design design) {
        return List.of(
                Figure.of(design.title() + ", events a second", of(design, Turns.Turn::perSecond), "/s"),
                Figure.of(design.title() + ", CPU of a million", of(design, Turns.Turn::cpuSecondsAMillion), "s"),
                Figure.of(
                        design.title() + ", the broker's CPU of a million",
                        of(design, Turns.Turn::brokerCpuSecondsAMillion),
                        "s"),
                Figure.of(design.title() + ", records written an event", of(design, Turns.Turn::recordsAnEvent), ""));
    }

    private Figure ratio(Design peer) {
        var ratio = of(Design.TRANSFORM, Turns.Turn::perSecond).over(of(peer, Turns.Turn::perSecond));
        return Figure.of(Design.TRANSFORM.title() + " / " + peer.title(), ratio, "x")
                .with(GOALS.get(peer));
    }

    /** By explanations and plans. */
    private Samples slowed() {
        return of(Design.ASKED, Turns.Turn::perSecond).over(of(Design.TRANSFORM, Turns.Turn::perSecond));
    }

    private Samples of(Design design, ToDoubleFunction<Turns.Turn> figure) {
        var samples = new Samples();
        turns.get(design).forEach(turn -> samples.add(figure.applyAsDouble(turn)));
        return samples;
    }
}
