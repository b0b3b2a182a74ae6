package remfunnel.systemtests.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import remfunnel.systemtests.cases.Step;
import remfunnel.systemtests.cases.World;

/** Any other command, which succeeds and says so much. */
record RunCommand(List<String> run, Optional<List<String>> says) implements Step {
    @Override
    public void run(World world) {
        var outcome = world.commands().run(run.toArray(String[]::new));

        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        assertThat(outcome.output()).contains(says.orElse(List.of("")));
    }
}
