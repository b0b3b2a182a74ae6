package remfunnel.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderScanTest {
    private static final Map<String, Set<String>> WANTED = Map.of("id", Set.of(), "status", Set.of("id", "group"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"id\": 7}|7",
                "{\"id\": \"7\"}|7",
                "{\"id\": true}|true",
                "{\"a\": {\"id\": 1}, \"b\": [{\"id\": 2}], \"id\": 7}|7",
                "{\"id\": 1, \"id\": 7}|7",
                "{\"id\": 1, \"id\": null}|``",
                "{\"id\": 1, \"id\": {\"id\": 2}}|``",
                "{\"id\": [1, [2]], \"b\": 3}|``",
                "{}|``"
            })
    void takesATextOrALiteralAndTheLastOfTwo(String order, String id) throws MalformedBody {
        assertThat(scan(order).text("/id")).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"status\": {\"name\": \"new\", \"id\": 1, \"group\": 2}}|1|2",
                "{\"status\": {\"other\": {\"id\": 9}, \"id\": 1}}|1|``",
                "{\"status\": {\"id\": 1}, \"status\": {\"group\": 2}}|``|2",
                "{\"status\": {\"id\": 1}, \"status\": null}|``|``",
                "{\"status\": [{\"id\": 1}]}|``|``",
                "{\"status\": 1}|``|``"
            })
    void takesWhatStandsBelow(String order, String id, String group) throws MalformedBody {
        assertThat(scan(order).text("/status/id")).isEqualTo(id);
        assertThat(scan(order).text("/status/group")).isEqualTo(group);
    }

    @Test
    void namesTheOrdersOwnFields() throws MalformedBody {
        assertThat(scan("{\"custom_fields\": {\"f2\": {\"x\": 1}, \"f1\": null}}")
                        .customFields())
                .containsExactly("f1", "f2");
        assertThat(scan("{\"custom_fields\": [], \"id\": 1}").customFields()).isEmpty();
    }

    @Test
    void refusesWhatIsCut() {
        assertThatThrownBy(() -> scan("{\"id\": 1, \"status\": {\"id\"")).isInstanceOf(MalformedBody.class);
    }

    private static OrderScan scan(String order) throws MalformedBody {
        return OrderScan.of(ByteBuffer.wrap(order.getBytes(StandardCharsets.UTF_8)), WANTED);
    }
}
