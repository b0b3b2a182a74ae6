package remfunnel.systemtests.steps;

import static org.assertj.core.api.Assertions.assertThat;

import remfunnel.systemtests.cases.Step;
import remfunnel.systemtests.cases.World;

/** None since they were remembered. */
record ExpectNoRequestsForOrders(String account) implements Step {
    @Override
    public void run(World world) {
        assertThat(RememberRequests.count(world, account))
                .isEqualTo(world.requests().get(account));
    }
}
