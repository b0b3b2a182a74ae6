package remfunnel.standalone;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs everything with a simulated shop, for a first look. */
@Command(
        name = "demo",
        description = "Runs everything with a simulated shop whose orders move, and its connector configured.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    @Mixin
    private MachineOptions options = new MachineOptions();

    @Option(names = "--verbose", description = "show the log on the terminal too")
    private boolean verbose;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        var screen = new Screen(spec.commandLine().getOut());
        var root = options.data("data/demo");
        ProcessLog.into(root, verbose);
        try (var run = MachineRun.begin(root, options.ports(), screen, new DemoScene())) {
            run.untilStopped();
        }
        return 0;
    }
}
