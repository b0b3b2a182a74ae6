package remfunnel.systemtests.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericRecord;
import remfunnel.systemtests.Patience;
import remfunnel.systemtests.cases.Step;
import remfunnel.systemtests.cases.World;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code plan} says of a file, with some of its words replaced, is what the facts were, and what they are once it is applied: each figure,
 * and how many orders went from which stage to which. A change that changes nothing would prove nothing.
 */
record PlanAndApply(String file, String connector, Map<String, String> change) implements Step {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public void run(World world) {
        Path draft = changed(world.file(file));
        JsonNode plan = await().atMost(Patience.OF_A_TEST)
                .until(
                        () -> JSON.readTree(successful(world, "plan", draft.toString(), "--json")),
                        made -> PlannedFigures.of(made, "before").equals(FactFigures.of(world, connector)));
        Path made = write(draft.resolveSibling("plan.json"), plan.toString());
        var facts = SeenFacts.raw(world, connector);
        var stages = stages(facts);
        assertThat(PlannedFigures.of(plan, "before")).isNotEqualTo(PlannedFigures.of(plan, "after"));

        successful(world, "apply", draft.toString(), "--plan", made.toString());

        await().atMost(Patience.OF_A_TEST)
                .untilAsserted(
                        () -> assertThat(FactFigures.of(world, connector)).isEqualTo(PlannedFigures.of(plan, "after")));
        var applied = SeenFacts.raw(world, connector);
        assertThat(ways(stages, stages(applied))).isEqualTo(plannedWays(plan));
        assertThat(newlyUnmapped(facts, applied, isDropping(draft))).isEqualTo(plannedUnmapped(plan));
        assertThat(refused(world, draft, made)).contains("plan again");
    }

    private static Map<Long, String> stages(Map<Long, GenericRecord> facts) {
        Map<Long, String> stages = new TreeMap<>();
        facts.forEach((order, fact) -> stages.put(order, fact.get("stage_id").toString()));
        return stages;
    }

    /** By status: orders that were in a stage of their own, and are in none now, or not there where such orders are dropped. */
    private static Map<String, Long> newlyUnmapped(
            Map<Long, GenericRecord> before, Map<Long, GenericRecord> after, boolean isDropping) {
        return before.entrySet().stream()
                .filter(each -> !isUnmapped(each.getValue()))
                .filter(each -> after.containsKey(each.getKey()) ? isUnmapped(after.get(each.getKey())) : isDropping)
                .collect(Collectors.groupingBy(
                        each -> each.getValue().get("status_id").toString(), Collectors.counting()));
    }

    private static boolean isUnmapped(GenericRecord fact) {
        return fact.get("stage_id").toString().equals("_unmapped");
    }

    private static Map<String, Long> plannedUnmapped(JsonNode plan) {
        return plan.path("newly-unmapped")
                .valueStream()
                .collect(Collectors.toMap(
                        row -> row.path("status-id").asString(),
                        row -> row.path("orders").path("count").asLong()));
    }

    private static boolean isDropping(Path draft) {
        try {
            return Files.readString(draft).contains("unmapped: drop");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<String, Long> ways(Map<Long, String> before, Map<Long, String> after) {
        return Stream.concat(before.keySet().stream(), after.keySet().stream())
                .distinct()
                .filter(order -> !Objects.equals(before.get(order), after.get(order)))
                .collect(Collectors.groupingBy(
                        order -> way(before.getOrDefault(order, ""), after.getOrDefault(order, "")),
                        Collectors.counting()));
    }

    private static Map<String, Long> plannedWays(JsonNode plan) {
        return plan.path("flows")
                .valueStream()
                .collect(Collectors.toMap(
                        flow -> way(
                                flow.path("from").asString(""), flow.path("to").asString("")),
                        flow -> flow.path("orders").path("count").asLong()));
    }

    private static String way(String from, String to) {
        return from + " > " + to;
    }

    /** A second time, because the plan is of the revision before. */
    private static String refused(World world, Path draft, Path made) {
        var outcome = world.commands().run("apply", draft.toString(), "--plan", made.toString());
        assertThat(outcome.exitCode()).as(outcome.output()).isEqualTo(1);
        return outcome.output();
    }

    private static String successful(World world, String... words) {
        var outcome = world.commands().run(words);
        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        return outcome.printed();
    }

    private Path changed(Path base) {
        try {
            String text = Files.readString(base);
            for (var each : change.entrySet()) {
                assertThat(text).contains(each.getKey());
                text = text.replace(each.getKey(), each.getValue());
            }
            return write(base.resolveSibling("draft.yaml"), text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
