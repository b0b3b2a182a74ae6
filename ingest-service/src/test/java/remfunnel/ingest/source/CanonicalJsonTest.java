package remfunnel.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {
    private static final String ORDER =
            "{\"id\":1,\"price\":7.10,\"asset\":{\"overdue\":true,\"uid\":\"a\"},\"tags\":[1,2]}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ \"tags\": [1, 2],\n \"asset\": {\"uid\": \"a\", \"overdue\": true}, \"price\": 7.10, \"id\": 1 }",
                "{\"id\":1,\"price\":7.10,\"overdue\":true,\"asset\":{\"overdue\":true,\"uid\":\"a\"},\"tags\":[1,2]}",
                "{\"id\":1,\"price\":7.10,\"status_overdue\":false,\"asset\":{\"overdue\":true,\"uid\":\"\\u0061\"},\"tags\":[1,2]}"
            })
    void staysTheSameHoweverTheSameOrderIsPrinted(String other) {
        assertThat(hash(other)).isEqualTo(hash(ORDER));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":1,\"price\":7.11,\"asset\":{\"overdue\":true,\"uid\":\"a\"},\"tags\":[1,2]}",
                "{\"id\":1,\"price\":7.10,\"asset\":{\"overdue\":false,\"uid\":\"a\"},\"tags\":[1,2]}",
                "{\"id\":1,\"price\":7.10,\"asset\":{\"overdue\":true,\"uid\":\"a\"},\"tags\":[2,1]}",
                "{\"id\":\"1\",\"price\":7.10,\"asset\":{\"overdue\":true,\"uid\":\"a\"},\"tags\":[1,2]}",
                "{\"id\":1,\"price\":7.10,\"asset\":{\"overdue\":true,\"uid\":null},\"tags\":[1,2]}",
                "{\"id\":1,\"price\":7.10,\"asset\":{\"overdue\":true,\"uid\":\"null\"},\"tags\":[1,2]}",
                "{\"id\":1,\"price\":7.10,\"asset\":{\"overdue\":true},\"tags\":[1,2]}"
            })
    void changesWithEverythingElse(String other) {
        assertThat(hash(other)).isNotEqualTo(hash(ORDER));
    }

    /** No BigDecimal has such an exponent. */
    @Test
    void isThatOfTheBytesWhereNoTreeCanBeMade() {
        var endless = "{\"id\":1,\"price\":1e99999999999}";

        assertThat(hash(endless)).isEqualTo(hash(endless)).isNotEqualTo(hash(endless.replace("\"id\":1", "\"id\":2")));
    }

    @Test
    void survivesBeingStored() {
        var hash = hash(ORDER);

        assertThat(PayloadHash.of(hash.bytes())).isEqualTo(hash);
        assertThat(hash.bytes().remaining()).isEqualTo(PayloadHash.BYTES);
    }

    private static PayloadHash hash(String json) {
        return CanonicalJson.hash(ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8)));
    }
}
