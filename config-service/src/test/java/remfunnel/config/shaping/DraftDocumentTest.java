package remfunnel.config.shaping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DraftDocumentTest {
    private static final String HALF_MADE =
            "{\"revision\": 7, \"configuration\": {\"title\": \"\", \"source\": {\"api\": \"v1\"}, \"stages\": [{\"statuses\": [1]}]}}";

    @Test
    void takesWhatMakesNoFunnelYet() {
        var document = DraftDocument.read(HALF_MADE).orElseThrow();

        assertThat(document.revision()).isEqualTo(7);
        assertThat(document.json()).contains("\"statuses\":[1]");
        assertThat(document.isTooLong()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{\"revision\": 7",
                "{\"revision\": \"7\", \"configuration\": {\"source\": {}}}",
                "{\"revision\": 7, \"configuration\": []}",
                "{\"revision\": 7, \"configuration\": {\"source\": {\"api-key\": \"secret\"}}}",
                "{\"revision\": 7, \"configuration\": {\"api-key\": \"secret\", \"source\": {}}}",
                "{\"revision\": 7, \"api-key\": \"secret\", \"configuration\": {\"source\": {}}}"
            })
    void takesNothingElseAndNoKey(String body) {
        assertThat(DraftDocument.read(body)).isEmpty();
    }

    @Test
    void knowsWhatIsLongerThanAnyoneNeeds() {
        String title = "x".repeat(DraftDocument.LONGEST_BYTES);

        var document = DraftDocument.read(HALF_MADE.replace("\"title\": \"\"", "\"title\": \"" + title + "\""));

        assertThat(document.orElseThrow().isTooLong()).isTrue();
    }
}
