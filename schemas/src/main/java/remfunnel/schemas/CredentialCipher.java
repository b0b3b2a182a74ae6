package remfunnel.schemas;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Set;
import remfunnel.EncryptedSecret;

/** Keeps API keys from being read on the topic: Tink AEAD, with the connector id as associated data. */
public final class CredentialCipher {

    private static final Configuration AEAD = AeadConfig2026.get();

    private final Aead aead;

    private CredentialCipher(Aead aead) {
        this.aead = aead;
    }

    /**
     * With the keyset in the file.
     *
     * @throws IllegalStateException when there is none, or it is none: the message says what to do
     */
    public static CredentialCipher from(Path keysetFile) {
        try {
            KeysetHandle keyset = TinkJsonProtoKeysetFormat.parseKeyset(
                    Files.readString(keysetFile), AEAD, InsecureSecretKeyAccess.get());
            return new CredentialCipher(keyset.getPrimitive(AEAD, Aead.class));
        } catch (IOException | GeneralSecurityException unusable) {
            // Tink's messages may quote what it read, which is a secret: the file's name is enough.
            throw new IllegalStateException("The keyset " + keysetFile
                    + " cannot be used (" + unusable.getClass().getSimpleName()
                    + "). Give the file that the credentials were encrypted with: REMFUNNEL_KEYSET_FILE.");
        }
    }

    /** With the keyset in the file, which is made, readable by its owner alone, where there is none. */
    public static CredentialCipher createOrLoad(Path keysetFile) {
        if (Files.notExists(keysetFile)) {
            create(keysetFile);
        }
        return from(keysetFile);
    }

    private static void create(Path keysetFile) {
        try {
            String keyset = TinkJsonProtoKeysetFormat.serializeKeyset(
                    KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AEAD),
                    AEAD,
                    InsecureSecretKeyAccess.get());
            Files.createDirectories(keysetFile.toAbsolutePath().getParent());
            writeWhole(keysetFile, keyset);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this JDK has no AES-GCM", impossible);
        } catch (FileAlreadyExistsException byAnotherProcess) {
            return;
        } catch (IOException unwritable) {
            throw new UncheckedIOException("The keyset " + keysetFile + " cannot be written", unwritable);
        }
    }

    /** Under another name first: a keyset cut short by a crash would lock every credential away. */
    private static void writeWhole(Path keysetFile, String keyset) throws IOException {
        Path draft = keysetFile.resolveSibling(keysetFile.getFileName() + ".new");
        Files.deleteIfExists(draft);
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = Files.newByteChannel(draft, options, ownerOnly)) {
            channel.write(ByteBuffer.wrap(keyset.getBytes(StandardCharsets.UTF_8)));
        }
        Files.move(draft, keysetFile);
    }

    /** The key, for the topic. */
    public EncryptedSecret encrypt(String connectorId, String apiKey, String by, Instant at) {
        try {
            byte[] ciphertext = aead.encrypt(utf8(apiKey), utf8(connectorId));
            return new EncryptedSecret(connectorId, ByteBuffer.wrap(ciphertext), at, by);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("an API key cannot be encrypted", impossible);
        }
    }

    /**
     * The key, for the one who polls.
     *
     * @throws GeneralSecurityException when it was encrypted with another keyset or for another connector
     */
    public String decrypt(EncryptedSecret secret) throws GeneralSecurityException {
        ByteBuffer buffer = secret.getCiphertext().duplicate();
        byte[] ciphertext = new byte[buffer.remaining()];
        buffer.get(ciphertext);
        return new String(aead.decrypt(ciphertext, utf8(secret.getConnectorId())), StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
