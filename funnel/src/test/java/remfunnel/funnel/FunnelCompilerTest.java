package remfunnel.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FunnelCompilerTest {
    @Test
    void acceptsADraftWithoutAProblem() {
        assertThat(problems(Drafts.shop())).isEmpty();
        assertThat(problems(Drafts.withStages())).isEmpty();
    }

    @Test
    void tellsAllProblemsAtOnce() {
        assertThat(problems(wrongEverywhere()))
                .containsExactlyInAnyOrder(
                        "connector_id BAD_CONNECTOR_ID",
                        "title BAD_TITLE",
                        "source.base_url BAD_BASE_URL",
                        "source.poll_interval_ms BAD_POLL_INTERVAL",
                        "source.history_from BAD_HISTORY_START",
                        "time_zone BAD_TIME_ZONE",
                        "currency BAD_CURRENCY",
                        "filter.conditions[0].field UNKNOWN_FIELD",
                        "stages[1].id REPEATED",
                        "stages[1].marker REPEATED_MARKER",
                        "stages[1].status_ids[0] REPEATED_STATUS",
                        "revenue SYNTAX",
                        "cost NOT_NUMERIC",
                        "dimensions[0] UNKNOWN_FIELD");
    }

    @Test
    void placesAFormulasProblemInItsText() {
        var draft = Drafts.with(new CalculationDraft(Optional.empty(), Optional.of("total * tax"), List.of()));

        assertThat(refusal(draft)).singleElement().satisfies(problem -> {
            assertThat(problem.path()).isEqualTo("cost");
            assertThat(problem.position()).isEqualTo(OptionalInt.of(8));
            assertThat(problem.message().en()).contains("tax");
            assertThat(problem.message().ru()).contains("tax");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            total      | CONTAINS   | 1                     | operator OPERATOR_DOES_NOT_FIT
            location   | GREATER    | 1                     | operator OPERATOR_DOES_NOT_FIT
            urgent     | BETWEEN    | false,true            | operator OPERATOR_DOES_NOT_FIT
            brand      | LESS       | Z                     | operator OPERATOR_DOES_NOT_FIT
            phone      | EQUALS     | 7                     | field UNKNOWN_FIELD
            f01        | EQUALS     | 7                     | field UNKNOWN_FIELD
            total      | EQUALS     | много                 | values[0] BAD_VALUE
            total      | EQUALS     | 1,x                   | values[1] BAD_VALUE
            location   | EQUALS     | Тверь                 | values[0] BAD_VALUE
            location   | EQUALS     | 1.5                   | values[0] BAD_VALUE
            location   | EQUALS     | -1                    | values[0] BAD_VALUE
            urgent     | EQUALS     | yes                   | values[0] BAD_VALUE
            created_at | GREATER    | 31.12.2025            | values[0] BAD_VALUE
            created_at | GREATER    | 2025-02-30            | values[0] BAD_VALUE
            f5         | GREATER    | 1,2026-01-01          | values[1] BAD_VALUE
            f5         | GREATER    | big                   | values[0] BAD_VALUE
            total      | BETWEEN    | 1                     | values TWO_VALUES_WANTED
            total      | BETWEEN    | 1,2,3                 | values TWO_VALUES_WANTED
            total      | BETWEEN    | 2,1                   | values[1] BAD_ORDER
            created_at | BETWEEN    | 2026-01-02,2026-01-01 | values[1] BAD_ORDER
            total      | IS_EMPTY   | 1                     | values NO_VALUES_WANTED
            total      | EQUALS     |                       | values VALUES_WANTED
            """)
    void refusesConditionsThatDoNotFit(String field, Operator operator, String values, String problem) {
        var filter = Drafts.including(field, operator, values == null ? new String[0] : values.split(","));

        assertThat(problems(Drafts.with(filter))).containsExactly("filter.conditions[0]." + problem);
    }

    @Test
    void refusesAnEmptyTextAsAValue() {
        assertThat(problems(Drafts.with(Drafts.including("brand", Operator.CONTAINS, ""))))
                .containsExactly("filter.conditions[0].values[0] BAD_VALUE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api.remonline.app",
                "ftp://api.remonline.app",
                "https://",
                "https://user:pass@api.remonline.app",
                "https://api.remonline.app/",
                "https://api.remonline.app?x=1",
                "https://api.remonline.app#x",
                "https://a b",
                "javascript:alert(1)"
            })
    void refusesABaseUrlThatIsMoreOrLessThanSchemeAndHost(String url) {
        assertThat(problems(Drafts.with(source(url)))).containsExactly("source.base_url BAD_BASE_URL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://api.roapp.io", "http://localhost:18080", "http://127.0.0.1:1"})
    void acceptsSchemeHostAndPort(String url) {
        assertThat(problems(Drafts.with(source(url)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"_unmapped", "", "A", "два", "a/b", "a b", "-a"})
    void refusesStageIdsThatKeysCannotHold(String id) {
        assertThat(problems(Drafts.withStages(Drafts.stage(id, null)))).containsExactly("stages[0].id BAD_STAGE_ID");
    }

    @Test
    void allowsInitialAndInProgressOnSeveralStages() {
        var draft = Drafts.withStages(
                Drafts.stage("a", Marker.INITIAL),
                Drafts.stage("b", Marker.INITIAL),
                Drafts.stage("c", Marker.IN_PROGRESS),
                Drafts.stage("d", Marker.IN_PROGRESS));

        assertThat(problems(draft)).isEmpty();
    }

    @Test
    void refusesAStatusThatStandsTwiceInOneStage() {
        assertThat(problems(Drafts.withStages(Drafts.stage("a", null, 5L, 5L))))
                .containsExactly("stages[0].status_ids[1] REPEATED_STATUS");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            total    | 1     | name NAME_TAKEN
            f12      | 1     | name NAME_TAKEN
            Min      | 1     | name NAME_TAKEN
            Not      | 1     | name NAME_TAKEN
            2x       | 1     | name BAD_NAME
            a-b      | 1     | name BAD_NAME
            tax      | 0,021 | values[0].value BAD_DECIMAL
            tax      | 1e3   | values[0].value BAD_DECIMAL
            tax      | .5    | values[0].value BAD_DECIMAL
            """)
    void refusesCoefficientsThatFormulasCannotName(String name, String value, String problem) {
        var coefficient = new CoefficientDraft(name, List.of(new DatedValue(LocalDate.EPOCH, value)));

        assertThat(problems(coefficients(coefficient))).containsExactly("coefficients[0]." + problem);
    }

    @Test
    void refusesCoefficientsThatContradictThemselves() {
        var day = LocalDate.EPOCH;
        var twice = new CoefficientDraft("a", List.of(new DatedValue(day, "1"), new DatedValue(day, "2")));
        var empty = new CoefficientDraft("комиссия", List.of());

        assertThat(problems(coefficients(twice, empty, empty)))
                .containsExactlyInAnyOrder(
                        "coefficients[2].name REPEATED",
                        "coefficients[0].values[1].valid_from REPEATED",
                        "coefficients[1].values NO_VALUES",
                        "coefficients[2].values NO_VALUES");
    }

    @ParameterizedTest
    @MethodSource("listsThatAreTooLong")
    void refusesListsThatAreTooLong(FunnelDraft draft, String path) {
        assertThat(problems(draft)).contains(path + " TOO_MANY");
    }

    static Stream<Object[]> listsThatAreTooLong() {
        var condition = new ConditionDraft(Action.INCLUDE, "brand", Operator.IS_EMPTY, List.of());
        var values = Collections.nCopies(1001, "1").toArray(String[]::new);
        var dated = Collections.nCopies(1001, new DatedValue(LocalDate.EPOCH, "1"));
        return Stream.of(
                new Object[] {Drafts.withStages(many(51, Drafts.stage("a", null), StageDraft[]::new)), "stages"},
                new Object[] {
                    Drafts.withStages(Drafts.stage("a", null, many(1001, 1L, Long[]::new))), "stages[0].status_ids"
                },
                new Object[] {
                    Drafts.with(new FilterDraft(Match.ALL, Collections.nCopies(51, condition))), "filter.conditions"
                },
                new Object[] {
                    Drafts.with(Drafts.including("id", Operator.EQUALS, values)), "filter.conditions[0].values"
                },
                new Object[] {Drafts.withDimensions(many(51, "brand", String[]::new)), "dimensions"},
                new Object[] {
                    coefficients(many(51, new CoefficientDraft("a", List.of()), CoefficientDraft[]::new)),
                    "coefficients"
                },
                new Object[] {coefficients(new CoefficientDraft("a", dated)), "coefficients[0].values"});
    }

    @Test
    void refusesValuesAndTitlesThatAreTooLong() {
        var long_ = "x".repeat(1001);

        assertThat(problems(Drafts.with(Drafts.including("brand", Operator.EQUALS, long_))))
                .containsExactly("filter.conditions[0].values VALUE_TOO_LONG");
        assertThat(problems(Drafts.named("a", long_, "UTC", "EUR"))).containsExactly("title BAD_TITLE");
        assertThat(problems(Drafts.named("a", "two\nlines", "UTC", "EUR"))).containsExactly("title BAD_TITLE");
    }

    @Test
    void refusesADimensionThatStandsTwice() {
        assertThat(problems(Drafts.withDimensions("brand", "brand"))).containsExactly("dimensions[1] REPEATED");
    }

    @Test
    void readsTitlesOfTheAccountsOwnFieldsInFormulas() {
        var vocabulary = Vocabulary.standard()
                .withCustomFields(List.of(Field.custom("f920002", FieldType.NUMBER, Text.of("Devices", "Устройств"))));
        var draft = Drafts.with(new CalculationDraft(Optional.of("[устройств] * 2"), Optional.empty(), List.of()));

        var compilation = new FunnelCompiler(vocabulary).compile(draft);

        assertThat(compilation).isInstanceOf(Compilation.Compiled.class);
        assertThat(problems(draft)).isNotEmpty();
    }

    private static FunnelDraft wrongEverywhere() {
        return new FunnelDraft(
                "Tver Repair",
                " ",
                true,
                new SourceDraft(
                        Api.V1,
                        Optional.of("https://api.remonline.app/v2"),
                        Duration.ofMillis(10),
                        Optional.of(Instant.EPOCH)),
                "Moscow",
                "рубль",
                Drafts.including("totl", Operator.EQUALS, "1"),
                List.of(Drafts.stage("a", Marker.SUCCESS, 1L), Drafts.stage("a", Marker.SUCCESS, 1L)),
                Unmapped.KEEP,
                new CalculationDraft(Optional.of("total +"), Optional.of("brand"), List.of()),
                List.of("phone"));
    }

    private static <T> T[] many(int count, T one, java.util.function.IntFunction<T[]> array) {
        var all = array.apply(count);
        Arrays.fill(all, one);
        return all;
    }

    private static SourceDraft source(String url) {
        return new SourceDraft(Api.V2, Optional.of(url), Duration.ofSeconds(30), Optional.empty());
    }

    private static FunnelDraft coefficients(CoefficientDraft... coefficients) {
        return Drafts.with(new CalculationDraft(Optional.empty(), Optional.empty(), List.of(coefficients)));
    }

    private static List<String> problems(FunnelDraft draft) {
        return refusal(draft).stream()
                .map(problem -> problem.path() + " " + problem.code())
                .toList();
    }

    private static List<Problem> refusal(FunnelDraft draft) {
        return switch (new FunnelCompiler(Vocabulary.standard()).compile(draft)) {
            case Compilation.Compiled compiled -> List.of();
            case Compilation.Refused refused -> refused.problems();
        };
    }
}
