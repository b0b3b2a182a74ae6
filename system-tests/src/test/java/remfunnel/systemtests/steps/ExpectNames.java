package remfunnel.systemtests.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import remfunnel.systemtests.Patience;
import remfunnel.systemtests.cases.Step;
import remfunnel.systemtests.cases.World;

/** Every fact in a status bears this name of it. */
record ExpectNames(String connector, long status, String name) implements Step {
    @Override
    public void run(World world) {
        await().atMost(Patience.OF_A_TEST)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(names(world)).containsExactly(name));
    }

    private Set<String> names(World world) {
        return SeenFacts.raw(world, connector).values().stream()
                .filter(fact -> fact.get("status_id").equals(status))
                .map(fact -> String.valueOf(fact.get("status_name")))
                .collect(Collectors.toSet());
    }
}
