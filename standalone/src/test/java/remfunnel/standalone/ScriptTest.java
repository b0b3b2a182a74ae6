package remfunnel.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script in a repository of its own (with a space in its path), on a machine that has just the tools it is given. */
class ScriptTest {
    private static final Set<PosixFilePermission> EXECUTABLE = PosixFilePermissions.fromString("rwxr-xr-x");

    private static final List<String> TOOLS =
            List.of("sh", "sed", "find", "head", "readlink", "dirname", "mkdir", "tee");

    @TempDir
    private Path machine;

    private Path root;
    private Path tools;

    @BeforeEach
    void copiesTheScript() throws IOException {
        root = Files.createDirectories(machine.resolve("my shop/remfunnel"));
        tools = Files.createDirectories(machine.resolve("bin"));
        String script = Files.readString(Path.of("..", "remfunnel"))
                .replace("/usr/lib/jvm/", machine + "/jvm/")
                .replace("/Library/Java/", machine + "/none/")
                .replace("/opt/", machine + "/none/");
        Files.writeString(root.resolve("remfunnel"), script);
        assertThat(root.resolve("remfunnel").toFile().setExecutable(true)).isTrue();
        for (String tool : TOOLS) {
            link(tool);
        }
    }

    @Test
    void saysThatThereIsNoJdk() throws Exception {
        jdk("jvm/old", "17.0.15");

        var run = run(Map.of(), "up");

        assertThat(run.exitCode()).isOne();
        assertThat(run.output())
                .startsWith("remfunnel: no JDK 21 or newer is found. Install one")
                .hasLineCount(1);
    }

    @Test
    void saysThatMavenIsMissingWhereNothingIsBuilt() throws Exception {
        jdk("jvm/new", "21.0.2");

        var run = run(Map.of(), "up");

        assertThat(run.exitCode()).isOne();
        assertThat(run.output())
                .isEqualTo("remfunnel: not built yet, and Maven 3.8+ is not on the PATH: install it"
                        + " (apt install maven, brew install maven).\n");
    }

    @Test
    void runsThroughALinkWithTheNewerJdk() throws Exception {
        Path old = jdk("jvm/a-old", "17.0.15");
        jdk("jvm/b-new", "25.0.3");
        built();
        Path link = Files.createSymbolicLink(machine.resolve("rf"), root.resolve("remfunnel"));

        var run = run(Map.of("JAVA_HOME", old.toString()), link, "up", "--data", "a dir");

        assertThat(run.exitCode()).isZero();
        assertThat(run.output())
                .contains("b-new", "<-Dremfunnel.root=" + root.toRealPath() + ">", "<up> <--data> <a dir>")
                .contains("<-Xmx768m>");
    }

    @Test
    void prefersJavaHome() throws Exception {
        jdk("jvm/b-new", "25.0.3");
        Path chosen = jdk("chosen", "21");
        built();

        var run = run(Map.of("JAVA_HOME", chosen.toString()), "status");

        assertThat(run.output())
                .startsWith("chosen ")
                .doesNotContain("unsafe-memory")
                .contains("<status>");
    }

    @Test
    void buildsAnewWhenSourcesChangedSince() throws Exception {
        jdk("jvm/new", "25.0.3");
        built();
        Files.setLastModifiedTime(
                root.resolve("pom.xml"), FileTime.from(Instant.now().plusSeconds(120)));
        executable(
                tools.resolve("mvn"),
                "printf ' %s' \"$@\" >'" + machine.resolve("asked")
                        + "'\n/usr/bin/touch -t 209901010000 standalone/target/remfunnel/built\n");

        var run = run(Map.of(), "up");

        assertThat(run.output()).contains("sources changed since the last build: building with Maven", "<up>");
        assertThat(run.exitCode()).isZero();
        assertThat(machine.resolve("asked")).content().contains("-pl standalone -am package");
    }

    private void built() throws IOException {
        Path program = Files.createDirectories(root.resolve("standalone/target/remfunnel"));
        Files.createFile(program.resolve("built"));
        Files.setLastModifiedTime(
                program.resolve("built"), FileTime.from(Instant.now().plusSeconds(60)));
        Files.createDirectories(root.resolve("standalone/src/main"));
        Files.createFile(root.resolve("pom.xml"));
        Files.createFile(root.resolve("standalone/pom.xml"));
    }

    /** A java that only says which one it is and what it was given. */
    private Path jdk(String where, String version) throws IOException {
        Path home = machine.resolve(where);
        Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
        Files.createFile(home.resolve("bin").resolve("javac"), PosixFilePermissions.asFileAttribute(EXECUTABLE));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        executable(java, "printf '%s' " + home.getFileName() + "\nprintf ' <%s>' \"$@\"\n");
        return home;
    }

    private static void executable(Path file, String script) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + script);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private void link(String tool) throws IOException {
        Path real = Files.exists(Path.of("/bin", tool)) ? Path.of("/bin", tool) : Path.of("/usr/bin", tool);
        Files.createSymbolicLink(tools.resolve(tool), real);
    }

    private Run run(Map<String, String> environment, String... arguments) throws Exception {
        return run(environment, root.resolve("remfunnel"), arguments);
    }

    private Run run(Map<String, String> environment, Path script, String... arguments) throws Exception {
        var builder = new ProcessBuilder("/bin/sh", script.toString())
                .redirectErrorStream(true)
                .directory(machine.toFile());
        builder.command().addAll(List.of(arguments));
        builder.environment().clear();
        builder.environment().put("PATH", tools.toString());
        builder.environment().put("HOME", machine.toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output);
    }

    private record Run(int exitCode, String output) {}
}
