package remfunnel.systemtests.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Set;
import java.util.TreeSet;
import remfunnel.systemtests.Patience;
import remfunnel.systemtests.cases.Step;
import remfunnel.systemtests.cases.World;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code explain} of some orders of an account, of one that nobody has, and of what is no order. */
record ExplainEach(String connector, String account, Set<String> standings) implements Step {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int SOME = 25;

    @Override
    public void run(World world) {
        var facts = SeenFacts.raw(world, connector);
        Set<String> seen = new TreeSet<>();
        world.account(account).orderIds().stream().limit(SOME).forEach(order -> {
            JsonNode said = await().atMost(Patience.OF_A_TEST)
                    .until(
                            () -> explained(world, order),
                            each -> !each.path("restating").asBoolean());
            seen.add(said.path("standing").asString());
            assertThat(said.has("fact")).isEqualTo(facts.containsKey(order));
            if (facts.containsKey(order)) {
                assertThat(world.commands()
                                .run("explain", connector, Long.toString(order))
                                .output())
                        .contains("filter: passes");
                assertThat(said.path("formulas").get(0).path("amount").asString())
                        .isEqualTo(facts.get(order).get("revenue").toString());
            }
            assertThat(said.path("event").path("payload").path("id").asLong()).isEqualTo(order);
        });
        assertThat(seen).containsAll(standings);
        assertThat(explained(world, 4711).path("source").path("complete-until").asString(""))
                .isNotEmpty();
        assertThat(world.commands().run("explain", connector, "A-1").output()).contains("order_number");
        assertThat(world.commands().run("explain", "nobody", "1").output()).contains("There is no connector 'nobody'");
    }

    private JsonNode explained(World world, long order) {
        String id = Long.toString(order);
        var people = world.commands().run("explain", connector, id);
        assertThat(people.exitCode()).as(people.output()).isZero();
        assertThat(people.output()).contains(connector + ": order " + id);
        return JSON.readTree(
                world.commands().run("explain", connector, id, "--json").printed());
    }
}
