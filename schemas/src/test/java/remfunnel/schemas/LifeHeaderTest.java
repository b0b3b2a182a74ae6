package remfunnel.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LifeHeaderTest {
    @Test
    void readsTheLifeThatWasWrittenLast() {
        var headers = new RecordHeaders();

        LifeHeader.write(headers, 5);
        LifeHeader.write(headers, 12);

        assertThat(LifeHeader.read(headers)).contains(12L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "twelve", "1234567890123456789012"})
    void takesAnythingElseForNoLife(String text) {
        var headers = new RecordHeaders();

        headers.add("life", text.getBytes(StandardCharsets.UTF_8));

        assertThat(LifeHeader.read(headers)).isEmpty();
    }

    @Test
    void knowsNoLifeWithoutAHeader() {
        assertThat(LifeHeader.read(new RecordHeaders())).isEmpty();
    }
}
