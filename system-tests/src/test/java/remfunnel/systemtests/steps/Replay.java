package remfunnel.systemtests.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import picocli.CommandLine;
import remfunnel.standalone.replay.ReplayCommand;
import remfunnel.systemtests.Patience;
import remfunnel.systemtests.cases.Step;
import remfunnel.systemtests.cases.World;

/**
 * Runs {@code ./remfunnel replay}; afterwards everything derived holds the same bytes as before.
 *
 * @param arguments {@code {middle}} is the moment at which half of the events were written
 * @param exits its exit code
 * @param says what it prints, besides
 */
record Replay(List<String> arguments, boolean changesNothing, int exits, Optional<String> says) implements Step {
    private static final String MIDDLE = "{middle}";

    @Override
    public void run(World world) {
        var before = derived(world);
        if (arguments.contains("--beside") || arguments.contains("--compare")) {
            command(world);
        } else {
            world.withoutTransform(() -> {
                command(world);
                assertThat(isBehind(world)).as("something is to be read again").isEqualTo(!changesNothing);
            });
        }
        await().atMost(Patience.OF_A_TEST).until(() -> behind(world) == 0);
        await().atMost(Patience.OF_A_TEST)
                .during(Duration.ofSeconds(3))
                .untilAsserted(() -> assertThat(different(before, derived(world)))
                        .describedAs("keys whose values are not what they were")
                        .isEmpty());
    }

    private static List<String> different(Map<String, String> before, Map<String, String> now) {
        return Stream.concat(before.keySet().stream(), now.keySet().stream())
                .distinct()
                .filter(key -> !Objects.equals(before.get(key), now.get(key)))
                .map(key -> key + (before.containsKey(key) ? now.containsKey(key) ? " changed" : " went" : " came"))
                .limit(10)
                .toList();
    }

    private void command(World world) {
        var written = new StringWriter();
        var places = Stream.of(
                "--bootstrap-servers",
                world.bootstrapServers(),
                "--registry",
                world.registryUrl(),
                "--data",
                world.scratch().toString());
        var all = Stream.concat(arguments.stream().map(each -> each.equals(MIDDLE) ? middle(world) : each), places)
                .toArray(String[]::new);

        int code = new CommandLine(new ReplayCommand())
                .setOut(new PrintWriter(written))
                .setErr(new PrintWriter(written))
                .execute(all);

        assertThat(code).describedAs(written.toString()).isEqualTo(exits);
        assertThat(written.toString()).contains(says.orElse(""));
        assertThat(written.toString().contains("Nothing was changed")).isEqualTo(changesNothing);
    }

    private static String middle(World world) {
        var written = world.topic("remonline.orders").all().stream()
                .mapToLong(ConsumerRecord::timestamp)
                .sorted()
                .toArray();
        return Instant.ofEpochMilli(written[written.length / 2]).toString();
    }

    private static boolean isBehind(World world) {
        try {
            return behind(world) > 0;
        } catch (Exception notAsked) {
            throw new IllegalStateException(notAsked);
        }
    }

    /** By topic and key, the bytes. */
    private static Map<String, String> derived(World world) {
        Map<String, String> derived = new TreeMap<>();
        for (var topic : List.of("funnel.facts", "funnel.transitions", "funnel.totals", "funnel.config.active")) {
            world.topic(topic)
                    .latest("")
                    .forEach((key, value) -> derived.put(topic + ' ' + key, Arrays.toString(value)));
        }
        return derived;
    }

    /** Records of remonline.orders that the topology has not read; a transaction's mark may stand behind the last. */
    private static long behind(World world) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", world.bootstrapServers()))) {
            var offsets = admin.listConsumerGroupOffsets("remfunnel-transform")
                    .partitionsToOffsetAndMetadata()
                    .get();
            var orders = new ArrayList<>(offsets.keySet().stream()
                    .filter(each -> each.topic().equals("remonline.orders"))
                    .toList());
            var ends = admin.listOffsets(
                            orders.stream().collect(Collectors.toMap(each -> each, each -> OffsetSpec.latest())))
                    .all()
                    .get();
            return orders.stream()
                    .filter(each -> offsets.get(each).offset() < ends.get(each).offset() - 1)
                    .count();
        }
    }
}
