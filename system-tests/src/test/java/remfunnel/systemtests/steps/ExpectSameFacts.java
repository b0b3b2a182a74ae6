package remfunnel.systemtests.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.generic.GenericRecord;
import remfunnel.systemtests.Patience;
import remfunnel.systemtests.cases.Step;
import remfunnel.systemtests.cases.World;

/** Two connectors have the same facts, but for the connector's own name. */
record ExpectSameFacts(String of, String and, int count) implements Step {
    @Override
    public void run(World world) {
        await().atMost(Patience.OF_A_TEST).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> {
            var facts = facts(world, of);
            assertThat(facts).hasSize(count);
            assertThat(Differences.between(facts, facts(world, and))).isEmpty();
        });
    }

    private static Map<Long, Map<String, String>> facts(World world, String connector) {
        Map<Long, Map<String, String>> facts = new TreeMap<>();
        SeenFacts.raw(world, connector).forEach((order, fact) -> facts.put(order, words(fact)));
        return facts;
    }

    private static Map<String, String> words(GenericRecord fact) {
        Map<String, String> words = new TreeMap<>();
        fact.getSchema().getFields().stream()
                .filter(field -> !field.name().equals("connector_id"))
                .forEach(field -> words.put(field.name(), String.valueOf(fact.get(field.pos()))));
        return words;
    }
}
