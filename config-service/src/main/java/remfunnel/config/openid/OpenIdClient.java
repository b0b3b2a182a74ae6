package remfunnel.config.openid;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What this service is at the provider.
 *
 * @param id as registered there
 * @param secret null: in the file, or none, for a client that is public there
 * @param secretFile a file with the secret alone
 */
public record OpenIdClient(String id, String secret, Path secretFile) {
    void check() {
        if (!OpenIdSettings.isSet(id)) {
            throw OpenIdSettings.wrong("client.id", "not set", "it is what the provider calls this service");
        }
        if (OpenIdSettings.isSet(secret) && file().isPresent()) {
            throw OpenIdSettings.wrong("client.secret-file", secretFile, "client.secret is set too: give one of them");
        }
        if (file().isPresent() && !OpenIdSettings.isSet(read(secretFile))) {
            throw OpenIdSettings.wrong("client.secret-file", secretFile, "the file is empty");
        }
    }

    private Optional<Path> file() {
        return Optional.ofNullable(secretFile).filter(path -> !path.toString().isBlank());
    }

    /** Read each time it is needed: a file can be exchanged while the service runs. */
    Optional<String> password() {
        return file().map(OpenIdClient::read)
                .or(() -> Optional.ofNullable(secret).filter(OpenIdSettings::isSet));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(
                    "remfunnel.config.openid.client.secret-file is " + file + "; it cannot be read", unreadable);
        }
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "OpenIdClient[" + id + "]";
    }
}
