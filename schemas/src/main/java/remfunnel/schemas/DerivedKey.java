package remfunnel.schemas;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.subtle.Hkdf;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** A key for another purpose, made of the keyset that credentials are encrypted with: all who have the keyset have the same. */
public final class DerivedKey {

    private static final int BYTES = 32;

    private DerivedKey() {}

    /**
     * 32 bytes that tell nothing of the keyset, nor of the key for any other purpose.
     *
     * @throws IllegalStateException when there is no such keyset: the message says what to do
     */
    public static byte[] of(Path keysetFile, String purpose) {
        try {
            var keyset = TinkJsonProtoKeysetFormat.parseKeyset(
                    Files.readString(keysetFile), AeadConfig2026.get(), InsecureSecretKeyAccess.get());
            byte[] material =
                    TinkProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get(), AeadConfig2026.get());
            return Hkdf.computeHkdf(
                    "HmacSha256", material, new byte[0], purpose.getBytes(StandardCharsets.UTF_8), BYTES);
        } catch (IOException | GeneralSecurityException unusable) {
            // Tink's messages may quote what it read, which is a secret: the file's name is enough.
            throw new IllegalStateException("The keyset " + keysetFile + " cannot be used ("
                    + unusable.getClass().getSimpleName() + "): see REMFUNNEL_KEYSET_FILE.");
        }
    }
}
