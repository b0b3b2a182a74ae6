package remfunnel.standalone;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs everything on this machine until it is told to stop. */
@Command(
        name = "up",
        description = "Runs broker, registry and the services on this machine; Ctrl-C stops them.",
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {
    @Mixin
    private MachineOptions options = new MachineOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        var screen = new Screen(spec.commandLine().getOut());
        try (var run = MachineRun.begin(options.data("data"), options, screen, Scene.real())) {
            run.untilStopped();
        }
        return 0;
    }
}
