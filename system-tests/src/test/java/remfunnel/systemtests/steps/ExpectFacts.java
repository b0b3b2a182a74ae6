package remfunnel.systemtests.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import remfunnel.systemtests.Patience;
import remfunnel.systemtests.cases.Step;
import remfunnel.systemtests.cases.World;
import remfunnel.systemtests.steps.ExpectedFacts.Which;

/** A connector's facts become those that its account's true figures come to, order by order. */
record ExpectFacts(
        String connector,
        String account,
        Reckoning reckoning,
        Optional<Which> which,
        Map<String, List<Integer>> stages,
        boolean oldShapes)
        implements Step {
    @Override
    public void run(World world) {
        var expected = new ExpectedFacts(reckoning, which.orElse(Which.ALL), stages, oldShapes);

        await().atMost(Patience.OF_A_TEST)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(Differences.between(
                                expected.of(world.account(account)), SeenFacts.of(world, connector)))
                        .isEmpty());
        assertThat(SeenFacts.of(world, connector)).isNotEmpty();
    }
}
