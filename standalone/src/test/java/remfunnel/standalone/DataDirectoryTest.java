package remfunnel.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
    @TempDir
    private Path place;

    @Test
    void isHeldByOneInstanceAtATime() throws Exception {
        try (var first = DataDirectory.open(place)) {
            assertThatThrownBy(() -> DataDirectory.open(place))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid())
                    .hasMessageContaining("--data");
            assertThat(first.kafka()).isEqualTo(place.resolve("kafka"));
        }
    }

    @Test
    void isFreeAgainAfterItsOwnerIsGone() throws Exception {
        DataDirectory.open(place).close();

        try (var second = DataDirectory.open(place)) {
            assertThat(second.keyset()).isEqualTo(place.resolve("secrets/keyset.json"));
        }
    }

    @Test
    void refusesAFile() throws Exception {
        Path file = Files.createFile(place.resolve("file"));

        assertThatThrownBy(() -> DataDirectory.open(file))
                .isInstanceOf(CannotStart.class)
                .hasMessage(file + " is a file, not a directory. Choose another place with --data.");
    }
}
