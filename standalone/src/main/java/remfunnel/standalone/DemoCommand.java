package remfunnel.standalone;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs everything with a simulated shop, for a first look. */
@Command(
        name = "demo",
        description = "Runs everything with a simulated shop whose orders move, and its connector configured.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    @Mixin
    private MachineOptions options = new MachineOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        var screen = new Screen(spec.commandLine().getOut());
        try (var run = MachineRun.begin(options.data("data/demo"), options, screen, new DemoScene())) {
            run.untilStopped();
        }
        return 0;
    }
}
