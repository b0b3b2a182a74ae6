package remfunnel.systemtests.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import remfunnel.systemtests.Patience;
import remfunnel.systemtests.cases.Step;
import remfunnel.systemtests.cases.World;

/** The very bytes arrive in funnel.rejects, with where they stood and why they were refused. */
record ExpectReject(String topic, String key, String hex, String reason) implements Step {
    @Override
    public void run(World world) {
        await().atMost(Patience.OF_A_TEST)
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> assertThat(world.topic("funnel.rejects").all())
                        .filteredOn(record -> key.equals(record.key()))
                        .anySatisfy(this::check));
    }

    private void check(ConsumerRecord<String, byte[]> record) {
        assertThat(record.value()).asHexString().isEqualToIgnoringCase(hex);
        var headers = headers(record);
        assertThat(headers).containsEntry("topic", topic).containsKeys("partition", "offset");
        assertThat(headers.get("reason")).contains(reason);
    }

    private static Map<String, String> headers(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new TreeMap<>();
        record.headers().forEach(each -> headers.put(each.key(), new String(each.value(), StandardCharsets.UTF_8)));
        return headers;
    }
}
