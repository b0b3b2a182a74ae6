package remfunnel.systemtests.cases;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import remfunnel.config.cli.RemfunnelCommands;
import remfunnel.config.cli.Terminal;

/** The commands that people type, run as ./remfunnel runs them. */
public final class Commands {
    private final String url;

    Commands(String url) {
        this.url = url;
    }

    /** What a command left behind. */
    public record Outcome(int exitCode, String output) {}

    @Command(name = "remfunnel")
    private static final class Program {}

    public Outcome run(String... arguments) {
        var written = new ByteArrayOutputStream();
        var stream = new PrintStream(written, true, StandardCharsets.UTF_8);
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--url");
        all.add(url);
        var program = RemfunnelCommands.addTo(new CommandLine(new Program()), new Terminal(stream, stream));
        int code = program.execute(all.toArray(String[]::new));
        return new Outcome(code, written.toString(StandardCharsets.UTF_8));
    }
}
