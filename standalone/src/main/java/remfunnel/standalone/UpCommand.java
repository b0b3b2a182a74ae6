package remfunnel.standalone;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs everything on this machine until it is told to stop. */
@Command(
        name = "up",
        description = "Runs broker, registry and the services on this machine; Ctrl-C stops them.",
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {
    @Mixin
    private MachineOptions options = new MachineOptions();

    @Option(names = "--verbose", description = "show the log on the terminal too")
    private boolean verbose;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        var screen = new Screen(spec.commandLine().getOut());
        var root = options.data("data");
        ProcessLog.into(root, verbose);
        try (var run = MachineRun.begin(root, options.ports(), screen, Scene.real())) {
            run.untilStopped();
        }
        return 0;
    }
}
