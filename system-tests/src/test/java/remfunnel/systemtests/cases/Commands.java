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

    /**
     * What a command left behind.
     *
     * @param printed what a pipe would read
     * @param told the error stream: what went wrong, and on a slow machine that it is being worked on
     */
    public record Outcome(int exitCode, String printed, String told) {
        /** All that somebody at a terminal saw. */
        public String output() {
            return printed + told;
        }
    }

    @Command(name = "remfunnel")
    private static final class Program {}

    public Outcome run(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--url");
        all.add(url);
        var program = RemfunnelCommands.addTo(new CommandLine(new Program()), new Terminal(stream(out), stream(err)));
        int code = program.execute(all.toArray(String[]::new));
        return new Outcome(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream stream(ByteArrayOutputStream written) {
        return new PrintStream(written, true, StandardCharsets.UTF_8);
    }
}
