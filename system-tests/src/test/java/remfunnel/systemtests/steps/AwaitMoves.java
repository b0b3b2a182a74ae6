package remfunnel.systemtests.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import remfunnel.systemtests.Patience;
import remfunnel.systemtests.cases.Step;
import remfunnel.systemtests.cases.World;

/** So many orders' moves were seen while the account lives. */
record AwaitMoves(String connector, int atLeast) implements Step {
    @Override
    public void run(World world) {
        await().atMost(Patience.OF_A_TEST)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() ->
                        assertThat(SeenTransitions.moves(world, connector)).isGreaterThanOrEqualTo(atLeast));
    }
}
