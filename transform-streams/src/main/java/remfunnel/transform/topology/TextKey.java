package remfunnel.transform.topology;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import remfunnel.schemas.Keys;

/** Keys are UTF-8; anyone may write to our topics, so not every key is. */
final class TextKey {
    private TextKey() {}

    /** The key as text when it is there and is UTF-8. */
    static Optional<String> read(byte[] key) {
        if (key == null) {
            return Optional.empty();
        }
        try {
            var decoder = StandardCharsets.UTF_8.newDecoder();
            return Optional.of(decoder.decode(ByteBuffer.wrap(key)).toString());
        } catch (CharacterCodingException notText) {
            return Optional.empty();
        }
    }

    /** The connector that the key belongs to, when it can be one. */
    static Optional<String> connectorOf(byte[] key) {
        return read(key).map(Keys::connectorOf).filter(Keys::isConnectorId);
    }

    static byte[] bytes(String key) {
        return key.getBytes(StandardCharsets.UTF_8);
    }
}
