package remfunnel.systemtests.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import remfunnel.systemtests.Patience;
import remfunnel.systemtests.cases.Step;
import remfunnel.systemtests.cases.World;

/** Until funnel.status says so of a connector. */
record AwaitStatus(String connector, String component, String state, Optional<List<String>> says) implements Step {

    @Override
    public void run(World world) {
        await().atMost(Patience.OF_A_TEST).pollInterval(Duration.ofMillis(200)).untilAsserted(() -> {
            var status = status(world);
            assertThat(status).as("of %s/%s", connector, component).isPresent();
            assertThat(status.get()).startsWith(state).contains(says.orElse(List.of("")));
        });
    }

    private Optional<String> status(World world) {
        var key = connector + "/" + component;
        return Optional.ofNullable(world.topic("funnel.status").latest(key).get(key))
                .map(world.decoder()::decode)
                .map(status -> status.get("state") + " " + status.get("message") + " " + status.get("progress") + " "
                        + status.get("counters"));
    }
}
