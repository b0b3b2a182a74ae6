package remfunnel.systemtests.kills;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What may happen to a cluster, step by step; after each step work goes on. */
enum Disturbance {
    BROKERS_ROLLED {
        @Override
        List<Step> steps(ClusterPipeline pipeline, Optional<Island> island, int one) {
            return IntStream.range(0, Brokers.RACKS.size())
                    .mapToObj(broker -> new Step(
                            "broker " + broker + " restarted",
                            () -> pipeline.brokers().restart(broker)))
                    .toList();
        }
    },
    BROKER_KILLED {
        @Override
        List<Step> steps(ClusterPipeline pipeline, Optional<Island> island, int one) {
            int victim = one % Brokers.RACKS.size();
            return List.of(
                    new Step(
                            "broker " + victim + " killed",
                            () -> pipeline.brokers().kill(victim)),
                    new Step(
                            "broker " + victim + " is back",
                            () -> pipeline.brokers().start(victim)));
        }
    },
    INSTANCES_KILLED {
        @Override
        List<Step> steps(ClusterPipeline pipeline, Optional<Island> island, int one) {
            return Stream.of(one % 2, (one + 1) % 2)
                    .flatMap(machine -> Stream.of(
                            new Step("services " + machine + " killed", () -> pipeline.kill(machine)),
                            new Step("services " + machine + " replaced", () -> pipeline.replace(machine))))
                    .toList();
        }
    },
    /** Brokers and registry are out of reach for an ingest and a transform, the source is not. */
    INSTANCE_CUT_OFF {
        @Override
        List<Step> steps(ClusterPipeline pipeline, Optional<Island> island, int one) {
            var cable = island.orElseThrow();
            var groups = pipeline.groups();
            return List.of(
                    new Step("the second machine cut off", () -> {
                        groups.awaitWith(cable.seenAs());
                        cable.cut();
                        groups.awaitWithout(cable.seenAs());
                    }),
                    new Step("the second machine is back", () -> {
                        cable.mend();
                        groups.awaitWith(cable.seenAs());
                        pipeline.awaitBothAtWork();
                    }));
        }
    },
    /** Whoever has written of a kind since he began goes on; who begins meanwhile would wait. */
    REGISTRY_AWAY {
        @Override
        List<Step> steps(ClusterPipeline pipeline, Optional<Island> island, int one) {
            return List.of(
                    new Step("all have written once", pipeline::awaitBothAtWork),
                    new Step("the registry killed", pipeline::killRegistry),
                    new Step("the registry is back", pipeline::startRegistry));
        }
    },
    GROUPS_DISSOLVED {
        @Override
        List<Step> steps(ClusterPipeline pipeline, Optional<Island> island, int one) {
            return List.of(
                    new Step("all members put out", () -> pipeline.groups().dissolve()));
        }
    };

    /** What is done, and what is said of it. */
    record Step(String what, Runnable act) {}

    /** @param one which of several it falls upon */
    abstract List<Step> steps(ClusterPipeline pipeline, Optional<Island> island, int one);
}
