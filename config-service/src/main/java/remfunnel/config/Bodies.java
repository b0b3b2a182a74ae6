package remfunnel.config;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads request bodies: UTF-8, and no longer than anyone needs. */
final class Bodies {
    static final int LIMIT = 1024 * 1024;

    private Bodies() {}

    /** What a body turned out to be. */
    sealed interface Body {
        record Content(String text) implements Body {
            @Override
            public String toString() {
                return "Content[" + text.length() + " chars]";
            }
        }

        record TooLong() implements Body {}

        record NotUtf8() implements Body {}
    }

    static Body read(HttpServletRequest request) throws IOException {
        byte[] bytes = request.getInputStream().readNBytes(LIMIT + 1);
        if (bytes.length > LIMIT) {
            return new Body.TooLong();
        }
        try {
            return new Body.Content(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return new Body.NotUtf8();
        }
    }
}
