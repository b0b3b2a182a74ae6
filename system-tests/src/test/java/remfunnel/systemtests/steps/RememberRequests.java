package remfunnel.systemtests.steps;

import remfunnel.systemtests.cases.Step;
import remfunnel.systemtests.cases.World;

/** How often the account was asked for orders until now. */
record RememberRequests(String account) implements Step {
    @Override
    public void run(World world) {
        world.requests().put(account, count(world, account));
    }

    static long count(World world, String account) {
        var statistics = world.account(account).statistics();
        return statistics.orderLists() + statistics.ordersById();
    }
}
