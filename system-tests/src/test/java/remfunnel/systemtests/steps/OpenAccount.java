package remfunnel.systemtests.steps;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import remfunnel.simulator.SimulatorOptions;
import remfunnel.systemtests.Patience;
import remfunnel.systemtests.cases.Step;
import remfunnel.systemtests.cases.World;

/**
 * A simulated RemOnline account with so many orders, asked as often as one likes.
 *
 * @param pastDays the time within which the orders came; the shorter, the more of them are still worked on
 */
record OpenAccount(
        String name,
        int orders,
        long seed,
        boolean allQuirks,
        double movesPerSecond,
        Optional<Long> tokenSeconds,
        Optional<Long> pastDays)
        implements Step {
    @Override
    public void run(World world) {
        var options = SimulatorOptions.defaults()
                .orders(orders)
                .seed(seed)
                .movesPerSecond(movesPerSecond)
                .tokenTtl(Duration.ofSeconds(tokenSeconds.orElse(600L)))
                .requestsPerSecond(0);
        if (pastDays.isPresent()) {
            options = options.past(Duration.ofDays(pastDays.get()));
        }
        world.open(name, allQuirks ? options.allQuirks() : options);
        awaitTheFirstSecondsEnd();
    }

    /**
     * Some orders change in the very second the account is made. A poll leaves a second that is not over to the next poll, which
     * in a case that polls once an hour does not come.
     */
    private static void awaitTheFirstSecondsEnd() {
        var over = Instant.now().plusSeconds(3);
        await().atMost(Patience.OF_A_TEST).until(() -> Instant.now().isAfter(over));
    }
}
