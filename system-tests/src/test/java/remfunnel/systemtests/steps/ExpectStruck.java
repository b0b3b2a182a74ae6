package remfunnel.systemtests.steps;

import static org.assertj.core.api.Assertions.assertThat;

import remfunnel.systemtests.cases.Step;
import remfunnel.systemtests.cases.World;

/** So many requests really met a fault: a case about faults that met none would show nothing. */
record ExpectStruck(String account, long atLeast) implements Step {
    @Override
    public void run(World world) {
        assertThat(world.account(account).statistics().faults()).isGreaterThanOrEqualTo(atLeast);
    }
}
