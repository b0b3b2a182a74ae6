package remfunnel.config.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands of config-service as a program of their own: what {@code remfunnel} is inside its image. */
@Command(
        name = "remfunnel",
        description = "The commands that speak to a running config-service.",
        mixinStandardHelpOptions = true)
public final class Program {
    private Program() {}

    public static void main(String[] args) {
        System.exit(RemfunnelCommands.addTo(new CommandLine(Program.class), Terminal.system())
                .setUsageHelpAutoWidth(true)
                .execute(args));
    }
}
