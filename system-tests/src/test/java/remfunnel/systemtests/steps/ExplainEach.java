package remfunnel.systemtests.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericRecord;
import remfunnel.systemtests.Patience;
import remfunnel.systemtests.cases.Step;
import remfunnel.systemtests.cases.World;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code explain} of some orders of an account agrees with the account, with what ingest wrote of them and with what is derived from
 * that; it answers as well of an order that nobody has, and of what is no order.
 *
 * @param standings that some of them have
 * @param excluded the filter: which value keeps an order out, by the field that refers to it
 */
record ExplainEach(String connector, String account, Set<String> standings, Map<String, Long> excluded)
        implements Step {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int SOME = 25;

    @Override
    public void run(World world) {
        Set<String> seen = new TreeSet<>();
        some(world)
                .forEach(
                        order -> await().atMost(Patience.OF_A_TEST).untilAsserted(() -> seen.add(check(world, order))));
        assertThat(seen).containsAll(standings);
        assertThat(explained(world, 4711)
                        .said()
                        .path("source")
                        .path("complete-until")
                        .asString(""))
                .isNotEmpty();
        assertThat(world.commands().run("explain", connector, "A-1").output()).contains("order_number");
        assertThat(world.commands().run("explain", "nobody", "1").output()).contains("There is no connector 'nobody'");
    }

    /** Among them those that moved most: there is most to tell of them. */
    private Stream<Long> some(World world) {
        var moved = SeenTransitions.of(world, connector).values().stream()
                .sorted(Comparator.comparingInt((List<GenericRecord> each) -> each.size())
                        .reversed())
                .map(each -> (Long) each.getFirst().get("order_id"));
        var all = world.account(account).orderIds().stream();
        return Stream.concat(all.limit(SOME), moved.limit(SOME)).distinct();
    }

    private String check(World world, long order) {
        var explained = explained(world, order);
        var event = SeenEvents.last(world, connector, order);
        var fact = latest(world, "funnel.facts", connector + "/" + order);
        var values = values(world.account(account).truth(order).facts());

        explained.isOfRevision(latest(world, "funnel.config.active", connector).orElseThrow());
        explained.isOfEvent(event, world.decoder().decode(event.value()));
        explained.isKeptOutBy(excluded, values);
        explained.comesTo(fact);
        explained.tells(SeenTransitions.of(world, connector, order));
        assertThat(explained.standing()).isEqualTo(standing(values, fact));
        return explained.standing();
    }

    private static Optional<GenericRecord> latest(World world, String topic, String key) {
        return Optional.ofNullable(world.topic(topic).latest(key).get(key)).map(world.decoder()::decode);
    }

    /** What the order refers to, where the filter looks. */
    private Map<String, Long> values(Map<String, Object> order) {
        Map<String, Long> values = new TreeMap<>();
        excluded.keySet().forEach(field -> values.put(field, ((Number) order.get(field + "_id")).longValue()));
        return values;
    }

    private String standing(Map<String, Long> values, Optional<GenericRecord> fact) {
        if (values.entrySet().stream().anyMatch(each -> each.getValue().equals(excluded.get(each.getKey())))) {
            return "FILTERED_OUT";
        }
        return fact.map(each -> each.get("stage_id").toString().equals("_unmapped") ? "UNMAPPED" : "IN_FUNNEL")
                .orElse("DROPPED");
    }

    /** For people, and as JSON. */
    private Explained explained(World world, long order) {
        String id = Long.toString(order);
        var people = world.commands().run("explain", connector, id);
        assertThat(people.exitCode()).as(people.output()).isZero();
        var explained = new Explained(JSON.readTree(
                world.commands().run("explain", connector, id, "--json").printed()));
        assertThat(people.output()).contains(connector + ": order " + id).contains(explained.verdict());
        return explained;
    }
}
