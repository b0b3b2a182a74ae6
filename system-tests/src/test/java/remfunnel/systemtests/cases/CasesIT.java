package remfunnel.systemtests.cases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import remfunnel.systemtests.ServicesOfThisProcess;
import remfunnel.systemtests.containers.ContainerEngine;

/**
 * Runs every folder under src/test/resources/cases; {@code -Dcase=name} runs those whose name begins so, and
 * {@code -Dremfunnel.broker=container} all of them against a broker in a container.
 */
@ServicesOfThisProcess
@Order(1)
@TestInstance(Lifecycle.PER_CLASS)
class CasesIT {
    private static final Path CASES = Path.of("src/test/resources/cases");

    private Path scratch;
    private Installation installation;

    @BeforeAll
    void start(@TempDir Path directory) {
        scratch = directory;
        installation = Broker.isWishedInContainer() ? inContainer(directory) : Installation.start(directory);
    }

    private static Installation inContainer(Path directory) {
        ContainerEngine.require("CasesIT", ContainerEngine.BROKER_IMAGE);
        return Installation.startWithBrokerInContainer(directory);
    }

    @AfterAll
    void stop() {
        if (installation != null) {
            installation.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> holds() {
        return CaseFile.in(CASES).stream()
                .filter(file -> name(file).startsWith(System.getProperty("case", "")))
                .map(file -> DynamicTest.dynamicTest(name(file), file.folder().toUri(), () -> run(file)));
    }

    private void run(CaseFile file) throws IOException {
        var files = Files.createTempDirectory(scratch, name(file));
        try (var world = new World(installation, file.folder(), files)) {
            file.run(world);
        }
    }

    private static String name(CaseFile file) {
        return file.folder().getFileName().toString();
    }
}
