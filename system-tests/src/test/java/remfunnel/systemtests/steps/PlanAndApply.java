package remfunnel.systemtests.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import remfunnel.systemtests.Patience;
import remfunnel.systemtests.cases.Step;
import remfunnel.systemtests.cases.World;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code plan} says of a file, with some of its words replaced, is what the facts were, and what they are once it is applied: each figure,
 * how many orders there are, enter, leave, move, get other amounts or stay, how many go from which stage to which, and how many are in none
 * now. A change that changes nothing would prove nothing.
 *
 * @param becomesUnmapped statuses of which some orders have to
 */
record PlanAndApply(String file, String connector, Map<String, String> change, Optional<List<String>> becomesUnmapped)
        implements Step {
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
        assertThat(PlannedFigures.of(plan, "before")).isNotEqualTo(PlannedFigures.of(plan, "after"));

        successful(world, "apply", draft.toString(), "--plan", made.toString());

        await().atMost(Patience.OF_A_TEST)
                .untilAsserted(
                        () -> assertThat(FactFigures.of(world, connector)).isEqualTo(PlannedFigures.of(plan, "after")));
        var seen = new FactChanges(facts, SeenFacts.raw(world, connector));
        long known = known(world);
        assertThat(plan.path("orders").asLong()).isEqualTo(known);
        assertThat(plan.path("statuses")
                        .valueStream()
                        .mapToLong(row -> row.path("orders").asLong())
                        .sum())
                .isEqualTo(known);
        assertThat(seen.changes(known)).isEqualTo(PlannedFigures.changes(plan));
        assertThat(seen.ways()).isEqualTo(PlannedFigures.ways(plan));
        var unmapped = PlannedFigures.newlyUnmapped(plan);
        assertThat(seen.newlyUnmapped(isDropping(draft))).isEqualTo(unmapped);
        assertThat(becomesUnmapped.orElse(List.of())).isSubsetOf(unmapped.keySet());
        assertThat(refused(world, draft, made)).contains("plan again");
    }

    /** Orders that the source has. */
    private long known(World world) {
        return world.topic("remonline.orders").latest(connector + "/").values().stream()
                .filter(event ->
                        world.decoder().decode(event).get("kind").toString().equals("SNAPSHOT"))
                .count();
    }

    private static boolean isDropping(Path draft) {
        try {
            return Files.readString(draft).contains("unmapped: drop");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
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
