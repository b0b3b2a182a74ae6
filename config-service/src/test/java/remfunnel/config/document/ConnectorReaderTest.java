package remfunnel.config.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import remfunnel.ApiVersion;
import remfunnel.ConditionAction;
import remfunnel.ConditionOperator;
import remfunnel.FilterCondition;
import remfunnel.FilterMatch;
import remfunnel.FunnelConfig;
import remfunnel.Marker;
import remfunnel.StageSettings;
import remfunnel.UnmappedPolicy;

class ConnectorReaderTest {
    @Test
    void readsTheExampleAsItStands() {
        FunnelConfig config = Documents.config(Documents.example());

        assertThat(config.getConnectorId()).isEqualTo("tver-repair");
        assertThat(config.getTitle()).isEqualTo("Мастерская на Тверской");
        assertThat(config.getSource().getBaseUrl()).isEqualTo("https://api.remonline.app");
        assertThat(config.getSource().getPollIntervalMs()).isEqualTo(30_000);
        assertThat(config.getSource().getHistoryFrom()).isEqualTo(Instant.parse("2023-12-31T21:00:00Z"));
        assertThat(config.getRevenue()).isEqualTo("total");
        assertThat(config.getCost()).isEqualTo("parts_cost + total * acquiring");
        assertThat(config.getCoefficients().getFirst().getValues()).hasSize(2);
        assertThat(config.getDimensions()).containsExactly("manager", "ad_campaign", "brand");
    }

    @Test
    void makesIdsOfNamesAndKeepsIds() {
        FunnelConfig config = Documents.config(Documents.example());

        assertThat(config.getStages())
                .extracting(StageSettings::getStatusIds)
                .containsExactly(
                        List.of(900101L),
                        List.of(900102L, 900103L, 900104L, 900105L),
                        List.of(900106L),
                        List.of(900107L));
        assertThat(config.getStages())
                .extracting(StageSettings::getMarker)
                .containsExactly(Marker.INITIAL, Marker.IN_PROGRESS, Marker.SUCCESS, Marker.FAILURE);
        assertThat(config.getFilter().getConditions())
                .containsExactly(
                        new FilterCondition(
                                ConditionAction.INCLUDE, "location", ConditionOperator.EQUALS, List.of("120001")),
                        new FilterCondition(
                                ConditionAction.EXCLUDE, "order_type", ConditionOperator.EQUALS, List.of("130002")));
    }

    @Test
    void fillsInWhatIsLeftOut() {
        FunnelConfig config = Documents.config(Documents.MINIMAL);

        assertThat(config.getEnabled()).isTrue();
        assertThat(config.getSource().getApi()).isEqualTo(ApiVersion.V1);
        assertThat(config.getSource().getBaseUrl()).isNull();
        assertThat(config.getSource().getPollIntervalMs()).isEqualTo(30_000);
        assertThat(config.getFilter().getMatch()).isEqualTo(FilterMatch.ALL);
        assertThat(config.getUnmapped()).isEqualTo(UnmappedPolicy.KEEP);
        assertThat(config.getRevenue()).isNull();
    }

    @Test
    void keepsTheApiKeyApart() {
        ConnectorReading reading = Documents.read(Documents.MINIMAL.replace("{api: v1}", "{api: v1, api-key: s3cret}"));

        assertThat(reading)
                .isInstanceOfSatisfying(
                        ConnectorReading.Read.class,
                        read -> assertThat(read.apiKey().orElseThrow().reveal()).isEqualTo("s3cret"));
        assertThat(reading.toString()).doesNotContain("s3cret");
    }

    @Test
    void refusesAnApiKeyInARequest() {
        Node root = Documents.yaml(Documents.MINIMAL.replace("{api: v1}", "{api: v1, api-key: s3cret}"));

        ConnectorReading reading = ConnectorReader.body(root);

        assertThat(reading.toString()).contains("UNKNOWN_KEY", "source.api-key").doesNotContain("s3cret");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            currency: RUB        | curency: RUB                    | UNKNOWN_KEY  | curency            | did you mean currency?
            currency: RUB        | title2: x                       | MISSING      | currency           | currency: RUB
            currency: RUB        | currency: {a: b}                | NOT_A_VALUE  | currency           | single value
            currency: RUB        | currency: RUB\\ncurrency: RUB   | REPEATED_KEY | currency           | keep one
            Europe/Moscow        | Europe/Atlantis                 | TIME_ZONE    | time-zone          | 'Europe/Atlantis'
            {api: v1}            | {api: v3}                       | UNKNOWN_WORD | source.api         | v1, v2
            {api: v1}            | {api: v1, poll-every: 30}       | DURATION     | source.poll-every  | 30s
            {api: v1}            | {api: v1, history-from: 1.2.24} | MOMENT       | source.history-from| 2024-01-31
            {api: v1}            | v1                              | NOT_A_MAPPING| source             | api, base-url
            tver-repair          | Tver                            | CONNECTOR_ID | connector          | 'Tver'
            currency: RUB        | currency: RUB\\nenabled: yes    | NOT_A_FLAG   | enabled            | true or false
            currency: RUB        | currency: RUB\\ndimensions: x   | NOT_A_LIST   | dimensions         | [a, b]
            currency: RUB        | currency: RUB\\nfilter: {conditions: [{}]} | CONDITION | filter.conditions[0] | include
            """)
    void namesWhatIsWrongAndWhatWouldBeRight(String right, String wrong, String code, String path, String hint) {
        String document = Documents.MINIMAL.replace(right, wrong.replace("\\n", "\n"));

        Faults syntax = new Faults();
        Node root = NodeReader.yaml(document, syntax);
        List<Fault> faults = syntax.none()
                ? ((ConnectorReading.Misread) ConnectorReader.file(root, Documents.names())).faults()
                : syntax.list();

        assertThat(faults).anySatisfy(fault -> {
            assertThat(fault.code()).isEqualTo(code);
            assertThat(fault.path()).isEqualTo(path);
            assertThat(fault.line()).isPositive();
            assertThat(fault.message().en()).contains(hint);
            assertThat(fault.message().ru()).isNotBlank();
        });
    }

    @Test
    void saysAllFaultsAtOnceWithTheirLines() {
        List<Fault> faults = Documents.faults("""
                connector: tver-repair
                titel: Мастерская
                source:
                  api: v9
                time-zone: Europe/Moscow
                currency: RUB
                stages:
                  - {id: new, title: New, statuses: [Нет такого]}
                """);

        assertThat(faults)
                .extracting(Fault::path, Fault::line)
                .contains(tuple("titel", 2), tuple("source.api", 4), tuple("stages[0].statuses[0]", 8));
    }

    @Test
    void listsWhatExistsWhereANameMatchesNone() {
        List<Fault> faults = Documents.faults(Documents.example().replace("[Тверь]", "[Тверьь]"));

        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.path()).isEqualTo("filter.conditions[0].include.values[0]");
            assertThat(fault.message().en()).contains("Тверьь", "Тверь (120001)", "Юг (120002)");
        });
    }

    @Test
    void listsTheCandidatesWhereANameMatchesTwo() {
        List<Fault> faults = Documents.faults(Documents.example().replace("[Тверь]", "[Юг]"));

        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("AMBIGUOUS_NAME");
            assertThat(fault.message().en())
                    .contains("Юг (120002)", "Юг (120003)")
                    .doesNotContain("120001");
        });
    }

    @Test
    void takesNoNamesInARequest() {
        ConnectorReading reading = ConnectorReader.body(
                Documents.yaml(Documents.MINIMAL + "stages: [{id: a, title: A, statuses: [Новый]}]"));

        assertThat(reading.toString()).contains("NOT_AN_ID", "stages[0].statuses[0]");
    }
}
