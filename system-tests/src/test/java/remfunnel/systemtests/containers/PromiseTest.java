package remfunnel.systemtests.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromiseTest {
    @TempDir
    private Path directory;

    @Test
    void isKeptWhereTheImagesWereMade() throws Exception {
        assertThat(new Promise(Files.writeString(directory.resolve("end"), "there\n")).isKept())
                .isTrue();
    }

    @Test
    void isNotWhereTheyCannotBeHad() throws Exception {
        assertThat(new Promise(Files.writeString(directory.resolve("end"), "missing\n")).isKept())
                .isFalse();
    }

    @Test
    void isWaitedForWhileTheyAreMade() throws Exception {
        Path end = directory.resolve("end");
        var kept = CompletableFuture.supplyAsync(() -> new Promise(end).isKept());
        assertThat(kept).isNotDone();

        Files.writeString(end, "there");

        assertThat(kept).succeedsWithin(Duration.ofMinutes(1)).isEqualTo(true);
    }
}
