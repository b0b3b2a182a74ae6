package remfunnel.benchmarks.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A part of a benchmark in a JVM of its own: asked and answering in lines, gone when its input ends. */
public final class ChildJvm implements AutoCloseable {
    /** The property with options for each process that is measured, such as those that start a profiler. */
    private static final String OPTIONS = "remfunnel.bench.jvm";

    private static final List<String> MORE_OPTIONS = Pattern.compile("\\s+")
            .splitAsStream(System.getProperty(OPTIONS, ""))
            .filter(option -> !option.isEmpty())
            .toList();

    private final Process process;
    private final PrintStream questions;
    private final BufferedReader answers;
    private final Path log;

    private ChildJvm(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.questions = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** With the class path of this JVM, and the options of {@value #OPTIONS}; what it logs goes to the file. */
    public static ChildJvm start(Class<?> main, Path log, List<String> options, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(MORE_OPTIONS);
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-Dlogback.configurationFile=logback-bench.xml");
        command.add("-Dorg.springframework.boot.logging.LoggingSystem=none");
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        try {
            return new ChildJvm(
                    new ProcessBuilder(command).redirectError(log.toFile()).start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String ask(String question) {
        questions.println(question);
        return answer();
    }

    /** The next line that it says; a fault of the benchmark when it died instead. */
    public String answer() {
        try {
            var line = answers.readLine();
            if (line == null) {
                throw new IllegalStateException("a process of the benchmark died: " + lastWords());
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of one that ends by itself. */
    public void awaitSuccess() {
        var said = answers.lines().collect(Collectors.joining("\n"));
        int code = process.onExit().join().exitValue();
        if (code != 0) {
            throw new IllegalStateException(
                    "a process of the benchmark failed (exit code " + code + "): " + said + lastWords());
        }
    }

    /** For those who wait for something that it does without being asked. */
    public void checkAlive() {
        if (!process.isAlive()) {
            throw new IllegalStateException("a process of the benchmark died: " + lastWords());
        }
    }

    private String lastWords() {
        try {
            var all = Files.readString(log);
            return all.substring(Math.max(0, all.length() - 3_000));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of all its cores, since it began. */
    public Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    public long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        questions.close();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
