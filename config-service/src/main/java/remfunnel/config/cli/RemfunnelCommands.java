package remfunnel.config.cli;

import picocli.CommandLine;
import remfunnel.schemas.AvroTrust;

/** The commands of config-service, for the program that mounts them beside its own. */
public final class RemfunnelCommands {
    private RemfunnelCommands() {}

    /** Adds apply, plan, explain, status, export, connectors, token and keyset, and how their refusals are shown: exit code 1, no stack trace. */
    public static CommandLine addTo(CommandLine program, Terminal terminal) {
        AvroTrust.establish();
        program.addSubcommand(new ApplyCommand(terminal, Pause.real(), System.getenv()))
                .addSubcommand(new PlanCommand(terminal, Pause.real(), System.getenv()))
                .addSubcommand(new ExplainCommand(terminal, Pause.real()))
                .addSubcommand(new StatusCommand(terminal))
                .addSubcommand(new ExportCommand(terminal))
                .addSubcommand(new ConnectorsCommand(terminal))
                .addSubcommand(new TokenCommand(terminal))
                .addSubcommand(new KeysetCommand(terminal));
        return program.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (failure instanceof CommandFailure) {
                terminal.err().println(failure.getMessage());
                return CommandLine.ExitCode.SOFTWARE;
            }
            throw failure;
        });
    }
}
