package remfunnel.config.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import remfunnel.FunnelConfig;
import tools.jackson.databind.json.JsonMapper;

class ConnectorWriterTest {
    @Test
    void writesYamlThatReadsBackTheSame() {
        FunnelConfig config = Documents.config(Documents.example());

        String yaml = ConnectorWriter.yaml(config);

        assertThat(Documents.config(yaml)).isEqualTo(config);
        assertThat(ConnectorWriter.yaml(Documents.config(yaml))).isEqualTo(yaml);
        assertThat(yaml).contains("title: Мастерская на Тверской", "- 900106", "history-from: 2024-01-01");
    }

    @Test
    void writesJsonThatReadsBackTheSame() {
        FunnelConfig config = Documents.config(Documents.example());

        String json = new JsonMapper().writeValueAsString(ConnectorWriter.document(config));

        assertThat(ConnectorReader.body(NodeReader.json(json, new Faults())))
                .isInstanceOfSatisfying(
                        ConnectorReading.Read.class,
                        read -> assertThat(read.config()).isEqualTo(config));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title: 'true'",
                "title: '0x1F'",
                "title: 'a: b # c'",
                "title: '2024-01-01'",
                "title: 'null'",
                "title: '007'",
                "title: '~'"
            })
    void keepsTitlesThatLookLikeSomethingElse(String title) {
        FunnelConfig config = Documents.config(Documents.MINIMAL.replace("title: Мастерская", title));

        FunnelConfig again = Documents.config(ConnectorWriter.yaml(config));

        assertThat(again).isEqualTo(config);
    }

    @ParameterizedTest
    @ValueSource(strings = {"500ms", "30s", "90s", "5m", "2h", "25h"})
    void keepsDurations(String duration) {
        FunnelConfig config =
                Documents.config(Documents.MINIMAL.replace("{api: v1}", "{api: v1, poll-every: " + duration + "}"));

        assertThat(ConnectorWriter.yaml(config)).contains("poll-every: " + duration);
    }

    @Test
    void writesATimeWhereHistoryDoesNotBeginWithADay() {
        FunnelConfig config = Documents.config(
                Documents.MINIMAL.replace("{api: v1}", "{api: v1, history-from: '2024-01-01T10:00:00+03:00'}"));

        assertThat(Documents.config(ConnectorWriter.yaml(config))).isEqualTo(config);
    }

    @Test
    void namesTheKeysThatDiffer() {
        FunnelConfig left = Documents.config(Documents.MINIMAL);
        FunnelConfig right = Documents.config(Documents.MINIMAL.replace("RUB", "EUR") + "unmapped: drop\n");

        assertThat(ConnectorWriter.differences(left, right)).containsExactly("currency", "unmapped");
    }
}
