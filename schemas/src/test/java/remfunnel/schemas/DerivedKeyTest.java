package remfunnel.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DerivedKeyTest {
    @TempDir
    private Path directory;

    private Path keyset(String name) {
        Path file = directory.resolve(name);
        CredentialCipher.createOrLoad(file);
        return file;
    }

    @Test
    void isTheSameForAllWhoHaveTheKeyset() throws IOException {
        Path keyset = keyset("one.json");
        Path copy = Files.copy(keyset, directory.resolve("copy.json"));

        byte[] key = DerivedKey.of(keyset, "sessions");

        assertThat(key).hasSize(32).isEqualTo(DerivedKey.of(copy, "sessions"));
    }

    @Test
    void isAnotherForEachPurposeAndEachKeyset() {
        Path keyset = keyset("one.json");

        byte[] key = DerivedKey.of(keyset, "sessions");

        assertThat(key).isNotEqualTo(DerivedKey.of(keyset, "else"));
        assertThat(key).isNotEqualTo(DerivedKey.of(keyset("two.json"), "sessions"));
    }

    @Test
    void saysNothingOfAKeysetThatIsNone() throws IOException {
        Path broken = Files.writeString(directory.resolve("broken.json"), "{\"primaryKeyId\": \"s3cret\"}");

        assertThatThrownBy(() -> DerivedKey.of(broken, "sessions"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("REMFUNNEL_KEYSET_FILE")
                .hasNoCause()
                .message()
                .doesNotContain("s3cret");
    }
}
