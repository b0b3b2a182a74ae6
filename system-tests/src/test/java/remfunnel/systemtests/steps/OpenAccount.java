package remfunnel.systemtests.steps;

import java.time.Duration;
import java.util.Optional;
import remfunnel.simulator.SimulatorOptions;
import remfunnel.systemtests.cases.Step;
import remfunnel.systemtests.cases.World;

/** A simulated RemOnline account with so many orders, asked as often as one likes. */
record OpenAccount(
        String name, int orders, long seed, boolean allQuirks, double movesPerSecond, Optional<Long> tokenSeconds)
        implements Step {
    @Override
    public void run(World world) {
        var options = SimulatorOptions.defaults()
                .orders(orders)
                .seed(seed)
                .movesPerSecond(movesPerSecond)
                .tokenTtl(Duration.ofSeconds(tokenSeconds.orElse(600L)))
                .requestsPerSecond(0);
        world.open(name, allQuirks ? options.allQuirks() : options);
    }
}
