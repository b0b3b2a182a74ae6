package remfunnel.systemtests.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import remfunnel.systemtests.cases.Step;
import remfunnel.systemtests.cases.World;

/** {@code ./remfunnel apply FILE}; refused, with all that is said, where {@code refused-for} names something. */
record Apply(String file, Optional<List<String>> refusedFor) implements Step {
    private static final Pattern CONNECTOR = Pattern.compile("(?m)^connector: (\\S+)");

    @Override
    public void run(World world) {
        var connector = CONNECTOR.matcher(world.text(file));
        if (connector.find()) {
            world.willRemove(connector.group(1));
        }
        var outcome = world.commands().run("apply", world.file(file).toString(), "--timeout", "60s");
        if (refusedFor.isEmpty()) {
            assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        } else {
            assertThat(outcome.exitCode()).as(outcome.output()).isEqualTo(1);
            assertThat(outcome.output()).contains(refusedFor.get());
        }
    }
}
