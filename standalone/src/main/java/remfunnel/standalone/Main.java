package remfunnel.standalone;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import remfunnel.config.cli.RemfunnelCommands;
import remfunnel.config.cli.Terminal;
import remfunnel.standalone.acls.AclsCommand;
import remfunnel.standalone.replay.ReplayCommand;

/** What {@code ./remfunnel} runs. */
@Command(
        name = "remfunnel",
        description = "The orders of a repair shop's RemOnline as a sales funnel on Kafka.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {UpCommand.class, DemoCommand.class, DoctorCommand.class, ReplayCommand.class, AclsCommand.class},
        footer = {"", "First: remfunnel demo. With a key of your own: remfunnel up, then remfunnel apply FILE."})
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        ProcessLog.quiet();
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        var program = RemfunnelCommands.addTo(new CommandLine(Main.class), Terminal.system());
        return program.setExecutionExceptionHandler(new OneClearLine(program.getExecutionExceptionHandler()))
                .setUsageHelpAutoWidth(true);
    }
}
