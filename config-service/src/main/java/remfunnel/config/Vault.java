package remfunnel.config;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import remfunnel.EncryptedSecret;
import remfunnel.config.document.ApiKey;
import remfunnel.schemas.CredentialCipher;
import remfunnel.schemas.Topics;

/** Takes API keys in and lets none out. */
class Vault {
    /**
     * @param at when the key was stored, as ingest's status names it; that of the first time where it is the same again
     */
    record Stored(boolean isNew, Instant at) {}

    private final Optional<CredentialCipher> cipher;
    private final LiveTopics topics;
    private final TopicWriter writer;
    private final Clock clock;

    Vault(Optional<CredentialCipher> cipher, LiveTopics topics, TopicWriter writer, Clock clock) {
        this.cipher = cipher;
        this.topics = topics;
        this.writer = writer;
        this.clock = clock;
    }

    /** To the millisecond, as ingest's status names it; empty where there is no key. */
    Optional<Instant> storedAt(String connector) {
        return topics.secrets().value(connector).map(Vault::storedAt);
    }

    private static Instant storedAt(EncryptedSecret secret) {
        return secret.getUpdatedAt().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Nothing without a keyset. The same key again is not written again, so that applying a file twice changes nothing. */
    Optional<Stored> store(String connector, ApiKey key, String by) {
        if (cipher.isEmpty()) {
            return Optional.empty();
        }
        var same = topics.secrets().value(connector).filter(held -> same(held, key));
        if (same.isPresent()) {
            return same.map(held -> new Stored(false, storedAt(held)));
        }
        EncryptedSecret secret = cipher.get().encrypt(connector, key.reveal(), by, clock.instant());
        long offset = writer.write(Topics.CREDENTIALS, connector, secret);
        topics.secrets().accept(connector, Optional.of(secret), offset);
        return Optional.of(new Stored(true, storedAt(secret)));
    }

    private boolean same(EncryptedSecret held, ApiKey key) {
        try {
            byte[] known = cipher.orElseThrow().decrypt(held).getBytes(StandardCharsets.UTF_8);
            return MessageDigest.isEqual(known, key.reveal().getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException ofAnotherKeyset) {
            return false;
        }
    }

    void forget(String connector) {
        if (storedAt(connector).isPresent()) {
            long offset = writer.remove(Topics.CREDENTIALS, connector);
            topics.secrets().accept(connector, Optional.empty(), offset);
        }
    }
}
