package remfunnel.systemtests.cases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import remfunnel.systemtests.ServicesOfThisProcess;
import remfunnel.systemtests.containers.ContainerEngine;

/** The cases that tell most of a broker, against one in a container: history and life, another client's partitioner, refused bytes. */
@ServicesOfThisProcess
@TestInstance(Lifecycle.PER_CLASS)
class ContainerCasesIT {
    private static final Path CASES = Path.of("src/test/resources/cases");
    private static final List<String> TELLING =
            List.of("v1-history-and-live", "wrong-partitioner", "undecodable-bytes");

    private Path scratch;
    private Installation installation;

    @BeforeAll
    void start(@TempDir Path directory) {
        ContainerEngine.require("ContainerCasesIT", ContainerEngine.BROKER_IMAGE);
        scratch = directory;
        installation = Installation.startWithBrokerInContainer(directory);
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
                .filter(file -> TELLING.contains(file.folder().getFileName().toString()))
                .map(file -> DynamicTest.dynamicTest(file.title(), file.folder().toUri(), () -> run(file)));
    }

    private void run(CaseFile file) throws IOException {
        try (var world = new World(installation, file.folder(), Files.createTempDirectory(scratch, "case"))) {
            file.run(world);
        }
    }
}
