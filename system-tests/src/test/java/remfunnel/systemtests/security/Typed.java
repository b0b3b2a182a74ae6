package remfunnel.systemtests.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import remfunnel.config.cli.RemfunnelCommands;
import remfunnel.config.cli.Terminal;
import remfunnel.standalone.acls.AclsCommand;
import remfunnel.standalone.replay.ReplayCommand;
import remfunnel.systemtests.Patience;

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

    /** As a program of its own that is told where everything is by its environment, as on somebody's machine. */
    static Typed remfunnelIn(Map<String, String> environment, Path directory, String... arguments) throws Exception {
        Path written = Files.createDirectories(directory).resolve("written.txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "remfunnel.standalone.Main"));
        command.addAll(List.of(arguments));
        var builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(Redirect.to(written.toFile()));
        builder.environment().putAll(environment);
        var process = builder.start();
        try {
            assertThat(process.waitFor(Patience.OF_A_TEST.toSeconds(), TimeUnit.SECONDS))
                    .as("%s has ended: %s", List.of(arguments), Files.readString(written))
                    .isTrue();
        } finally {
            process.destroyForcibly().onExit().join();
        }
        return new Typed(process.exitValue(), Files.readString(written));
    }
}
