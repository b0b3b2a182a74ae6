package remfunnel.systemtests.security;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import remfunnel.config.cli.RemfunnelCommands;
import remfunnel.config.cli.Terminal;
import remfunnel.standalone.acls.AclsCommand;
import remfunnel.standalone.replay.ReplayCommand;

/** A command as people type it, and what it left behind. */
record Typed(int exitCode, String output) {
    @Command(
            name = "remfunnel",
            subcommands = {AclsCommand.class, ReplayCommand.class})
    private static final class Program {}

    static Typed remfunnel(String... arguments) {
        var written = new ByteArrayOutputStream();
        var stream = new PrintStream(written, true, StandardCharsets.UTF_8);
        var program = RemfunnelCommands.addTo(new CommandLine(new Program()), new Terminal(stream, stream));
        var writer = new PrintWriter(stream, true, StandardCharsets.UTF_8);
        int code = program.setOut(writer).setErr(writer).execute(arguments);
        return new Typed(code, written.toString(StandardCharsets.UTF_8));
    }
}
