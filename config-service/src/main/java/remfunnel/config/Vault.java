package remfunnel.config;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Optional;
import remfunnel.EncryptedSecret;
import remfunnel.config.document.ApiKey;
import remfunnel.schemas.CredentialCipher;
import remfunnel.schemas.Topics;

/** Takes API keys in and lets none out. */
class Vault {
    enum Stored {
        NEW,
        UNCHANGED,
        NO_KEYSET
    }

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

    boolean holds(String connector) {
        return topics.secrets().value(connector).isPresent();
    }

    /** The same key again is not written again, so that applying a file twice changes nothing. */
    Stored store(String connector, ApiKey key, String by) {
        if (cipher.isEmpty()) {
            return Stored.NO_KEYSET;
        }
        if (topics.secrets().value(connector).filter(held -> same(held, key)).isPresent()) {
            return Stored.UNCHANGED;
        }
        EncryptedSecret secret = cipher.get().encrypt(connector, key.reveal(), by, clock.instant());
        long offset = writer.write(Topics.CREDENTIALS, connector, secret);
        topics.secrets().accept(connector, Optional.of(secret), offset);
        return Stored.NEW;
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
        if (holds(connector)) {
            long offset = writer.remove(Topics.CREDENTIALS, connector);
            topics.secrets().accept(connector, Optional.empty(), offset);
        }
    }
}
