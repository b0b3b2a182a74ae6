package remfunnel.systemtests.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code .ci/release} in a small repository of its own, with real git; Maven alone is one that only leaves what a build leaves. */
class ReleaseScriptTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final String BUILD = """
            #!/bin/sh
            mkdir -p standalone/target/remfunnel/lib standalone/target/remfunnel/cds
            echo jar >standalone/target/remfunnel/lib/standalone.jar
            touch standalone/target/remfunnel/built standalone/target/remfunnel/cds/of-this-machine.jsa
            for file in THIRD-PARTY.txt remfunnel-sbom.json remfunnel-sbom.xml; do echo "$file" >standalone/target/$file; done
            echo "mvn $*" >standalone/target/asked
            """;

    /** Answers where a file beside it says that an engine is there, and writes down what it is asked. */
    private static final String DOCKER = """
            #!/bin/sh
            cd "$(dirname "$0")"
            [ -e engine ] || exit 1
            echo "$*" >>asked
            case $1 in image) echo "$5 sha256:0" ;; save) echo "$*" ;; esac
            """;

    @TempDir
    private Path machine;

    private Path repository;

    @BeforeEach
    void makesARepository() throws Exception {
        repository = Files.createDirectories(machine.resolve("repository/.ci")).getParent();
        for (var file : List.of(".ci/release", "remfunnel", "README.md", "LICENSE", "pom.xml", ".gitignore")) {
            Files.copy(ROOT.resolve(file), repository.resolve(file));
        }
        write("standalone/pom.xml", Files.readString(ROOT.resolve("standalone/pom.xml")));
        write("kubernetes/kustomization.yaml", Files.readString(ROOT.resolve("kubernetes/kustomization.yaml")));
        write("remonline-simulator/README.md", "# simulator\n");
        write("docs/operations.md", "# Operations\n");
        write("docker-compose.yml", "image: remfunnel/config-service:${REMFUNNEL_VERSION:-latest}\n");
        write(".env.example", "REMFUNNEL_VERSION=latest\n");
        write("monitoring/prometheus.yml", "scrape_configs: []\n");
        write("CHANGELOG.md", "# Changelog\n\n## Unreleased\n- Something new.\n");
        Files.createDirectories(machine.resolve("bin"));
        program("mvn", BUILD);
        program("docker", DOCKER);
        git("init", "-q", "-b", "main");
        git("config", "user.email", "someone@example.org");
        git("config", "user.name", "Someone");
        git("add", ".");
        git("commit", "-qm", "Everything");
    }

    @Test
    void aDryRunShowsTheReleaseAndPutsEverythingBack() throws Exception {
        var said = run(0, ".ci/release", "9.8.0", "--dry-run");

        assertThat(said).contains("nothing is committed or tagged", "CHANGELOG.md", "kubernetes/kustomization.yaml");
        assertThat(git("status", "--porcelain")).isEmpty();
        assertThat(git("tag")).isEmpty();
        assertThat(run(0, "sh", "-c", "cd target/release && sha256sum -c SHA256SUMS"))
                .contains("remfunnel-9.8.0.tar.gz: OK", "remfunnel-sbom.json: OK", "THIRD-PARTY.txt: OK");
        assertThat(run(0, "tar", "-tzf", "target/release/remfunnel-9.8.0.tar.gz"))
                .contains("remfunnel-9.8.0/remfunnel\n", "standalone/target/remfunnel/lib/standalone.jar")
                .contains("remfunnel-9.8.0/kubernetes/kustomization.yaml")
                .contains("remfunnel-9.8.0/docker-compose.yml", "remfunnel-9.8.0/monitoring/prometheus.yml")
                .doesNotContain("of-this-machine");
    }

    @Test
    void aReleaseIsACommitATagAndTheNextVersionBegun() throws Exception {
        run(0, ".ci/release", "9.8.0");

        assertThat(git("tag")).isEqualTo("v9.8.0\n");
        assertThat(git("show", "v9.8.0:pom.xml")).contains("<version>9.8.0</version>");
        assertThat(git("show", "v9.8.0:standalone/pom.xml")).contains("<version>9.8.0</version>");
        assertThat(git("show", "v9.8.0:kubernetes/kustomization.yaml")).contains("newTag: 9.8.0");
        assertThat(git("show", "v9.8.0:CHANGELOG.md"))
                .containsPattern("## Unreleased\n\n## 9.8.0 - \\d{4}-\\d\\d-\\d\\d\n- Something new.");
        assertThat(Files.readString(repository.resolve("pom.xml"))).contains("<version>9.8.1-SNAPSHOT</version>");
        assertThat(repository.resolve("standalone/target/asked")).hasContent("mvn -B -ntp -Prelease verify");
        assertThat(run(1, ".ci/release", "9.9.0")).contains("says nothing under Unreleased");
    }

    /** Whatever was written by then is as it was, so that it can be tried again. */
    @Test
    void aReleaseThatFailsLeavesNothingBehind() throws Exception {
        var maven = machine.resolve("bin/mvn");
        Files.writeString(maven, "#!/bin/sh\necho no such artifact\nexit 1\n");
        var before = git("rev-parse", "HEAD");

        assertThat(run(1, ".ci/release", "9.8.0")).contains("no such artifact");

        assertThat(git("status", "--porcelain")).isEmpty();
        assertThat(git("rev-parse", "HEAD")).isEqualTo(before);
        assertThat(git("tag")).isEmpty();
        Files.writeString(maven, BUILD);
        run(0, ".ci/release", "9.8.0");
        assertThat(git("tag")).isEqualTo("v9.8.0\n");
    }

    /** The commit after the tag is refused: neither the tag nor the commit before it may stay. */
    @Test
    void theLastStepThatFailsTakesTheTagBackToo() throws Exception {
        var before = git("rev-parse", "HEAD");
        write(".git/hooks/commit-msg", "#!/bin/sh\ngrep -q ^Release \"$1\"\n");
        assertThat(repository.resolve(".git/hooks/commit-msg").toFile().setExecutable(true))
                .isTrue();

        run(1, ".ci/release", "9.8.0");

        assertThat(git("rev-parse", "HEAD")).isEqualTo(before);
        assertThat(git("status", "--porcelain")).isEmpty();
        assertThat(git("tag")).isEmpty();
    }

    @Test
    void imagesAreBuiltAndSavedWhereAnEngineAnswers() throws Exception {
        Files.createFile(machine.resolve("bin/engine"));

        run(0, ".ci/release", "9.8.0", "--dry-run");

        assertThat(machine.resolve("bin/asked")).content().contains("compose --profile demo build");
        assertThat(repository.resolve("target/release/images.txt"))
                .content()
                .contains("remfunnel/ingest-service:9.8.0 sha256:0", "remfunnel/remonline-simulator:9.8.0 sha256:0");
        assertThat(run(0, "sh", "-c", "gzip -cd target/release/remfunnel-9.8.0-images.tar.gz"))
                .contains("save remfunnel/ingest-service:9.8.0 remfunnel/transform-streams:9.8.0");
        assertThat(run(0, "sh", "-c", "cat target/release/SHA256SUMS")).contains("remfunnel-9.8.0-images.tar.gz");
        assertThat(run(
                        0,
                        "tar",
                        "-xzOf",
                        "target/release/remfunnel-9.8.0.tar.gz",
                        "remfunnel-9.8.0/docker-compose.yml"))
                .contains("config-service:${REMFUNNEL_VERSION:-9.8.0}");
    }

    /** As jacoco's 0.8.15, when 0.8.1 is followed by 0.8.2-SNAPSHOT. */
    @Test
    void theVersionOfNoLibraryIsTakenForOurs() throws Exception {
        var libraries = versionsOfLibraries();

        run(0, ".ci/release", "0.8.1");

        assertThat(versionsOfLibraries()).hasSizeGreaterThan(20).isEqualTo(libraries);
    }

    private List<String> versionsOfLibraries() throws IOException {
        return Files.readAllLines(repository.resolve("pom.xml")).stream()
                .filter(line -> line.contains(".version>"))
                .toList();
    }

    @Test
    void refusesWhatCannotBeReleased() throws Exception {
        assertThat(run(1, ".ci/release", "9.8")).contains("the version is '9.8'; it is three numbers");
        git("tag", "v9.8.0");
        assertThat(run(1, ".ci/release", "9.8.0")).contains("v9.8.0 is a release already");
        write("README.md", "changed");
        assertThat(run(1, ".ci/release", "9.8.1")).contains("not committed:  M README.md");
    }

    private void program(String name, String text) throws IOException {
        var file = Files.writeString(machine.resolve("bin").resolve(name), text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private void write(String file, String content) throws IOException {
        var path = repository.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }

    private String git(String... arguments) throws Exception {
        return run(0, Stream.concat(Stream.of("git"), Stream.of(arguments)).toArray(String[]::new));
    }

    private String run(int expected, String... command) throws Exception {
        var builder = new ProcessBuilder(command).redirectErrorStream(true).directory(repository.toFile());
        builder.environment().merge("PATH", machine.resolve("bin").toString(), (path, ours) -> ours + ":" + path);
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(expected);
        return said;
    }
}
