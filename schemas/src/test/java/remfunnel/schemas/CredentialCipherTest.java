package remfunnel.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import remfunnel.EncryptedSecret;

class CredentialCipherTest {

    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path directory;

    @Test
    void givesTheKeyBackToAnotherProcess() throws GeneralSecurityException {
        Path keyset = directory.resolve("secrets/keyset.json");
        EncryptedSecret secret = CredentialCipher.createOrLoad(keyset).encrypt("demo", "0123abcd", "me", AT);

        String key = CredentialCipher.from(keyset).decrypt(secret);

        assertThat(key).isEqualTo("0123abcd");
    }

    @Test
    void isReadableByItsOwnerAlone() throws Exception {
        Path keyset = directory.resolve("keyset.json");

        CredentialCipher.createOrLoad(keyset);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keyset)))
                .isEqualTo("rw-------");
    }

    @Test
    void refusesACiphertextMovedToAnotherConnector() {
        var cipher = CredentialCipher.createOrLoad(directory.resolve("keyset.json"));
        EncryptedSecret secret = cipher.encrypt("demo", "0123abcd", "me", AT);
        var moved = new EncryptedSecret("other", secret.getCiphertext(), AT, "me");

        assertThatThrownBy(() -> cipher.decrypt(moved)).isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void neverShowsTheKeyInTheRecord() {
        var cipher = CredentialCipher.createOrLoad(directory.resolve("keyset.json"));

        EncryptedSecret secret = cipher.encrypt("demo", "0123abcd", "me", AT);

        assertThat(new String(secret.getCiphertext().array(), StandardCharsets.ISO_8859_1))
                .doesNotContain("0123abcd");
    }

    @Test
    void namesTheFileThatIsNoKeyset() throws Exception {
        Path keyset = Files.writeString(directory.resolve("keyset.json"), "{\"key\":\"s3cret\"}");

        assertThatThrownBy(() -> CredentialCipher.from(keyset))
                .hasMessageContaining("keyset.json")
                .hasMessageContaining("REMFUNNEL_KEYSET_FILE")
                .hasMessageNotContaining("s3cret");
    }
}
