package remfunnel.ingest.connector;

import java.util.Optional;
import remfunnel.EncryptedSecret;
import remfunnel.ingest.source.Secret;

/** Turns credentials from the topic into keys. */
@FunctionalInterface
public interface Keyring {
    /** The key; empty when it was encrypted with another keyset or for another connector. */
    Optional<Secret> open(EncryptedSecret encrypted);
}
