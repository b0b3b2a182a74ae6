package remfunnel.systemtests.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import remfunnel.systemtests.Patience;
import remfunnel.systemtests.cases.Step;
import remfunnel.systemtests.cases.World;

/** Every fact of the connector gets a tombstone. */
record ExpectNoFacts(String connector) implements Step {
    @Override
    public void run(World world) {
        await().atMost(Patience.OF_A_TEST)
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> assertThat(world.topic("funnel.facts")
                                .latest(connector + "/")
                                .keySet())
                        .isEmpty());
    }
}
