package remfunnel.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Order 60000001: created 2026-01-01T10:00Z (13:00 in Moscow), modified a day later, total 6650, brand Acme. */
class FilterTest {
    private static final Order ORDER = Samples.order(Api.V1, Samples.v1Closed());
    private static final Order WITHOUT_ASSET = Samples.order(Api.V1, Samples.v1(2));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            location      | EQUALS     | 120001                                    | true
            location      | EQUALS     | 120002,120001                             | true
            location      | EQUALS     | 120002                                    | false
            location      | NOT_EQUALS | 120002,120003                             | true
            location      | NOT_EQUALS | 120002,120001                             | false
            location      | IS_EMPTY   |                                           | false
            brand         | EQUALS     | Acme                                      | true
            brand         | EQUALS     | acme                                      | false
            brand         | CONTAINS   | CM                                        | true
            brand         | CONTAINS   | xyz,CME                                   | true
            kind          | CONTAINS   | НОУТ                                      | true
            kind          | CONTAINS   | телефон                                   | false
            total         | EQUALS     | 6650.00                                   | true
            total         | GREATER    | 6649.99                                   | true
            total         | GREATER    | 6650                                      | false
            total         | LESS       | 6650.01                                   | true
            total         | LESS       | 6650                                      | false
            total         | BETWEEN    | 6650,7000                                 | true
            total         | BETWEEN    | 6000,6650                                 | true
            total         | BETWEEN    | 1,2                                       | false
            status_group  | EQUALS     | 6                                         | true
            status_group  | GREATER    | 3                                         | true
            urgent        | EQUALS     | false                                     | true
            urgent        | NOT_EQUALS | false                                     | false
            created_at    | EQUALS     | 2026-01-01                                | true
            created_at    | EQUALS     | 2026-01-01T10:00:00Z                      | true
            created_at    | EQUALS     | 2026-01-02                                | false
            created_at    | GREATER    | 2025-12-31                                | true
            created_at    | GREATER    | 2026-01-01                                | false
            created_at    | GREATER    | 2026-01-01T09:59:59Z                      | true
            created_at    | LESS       | 2026-01-01                                | false
            created_at    | LESS       | 2026-01-02                                | true
            created_at    | BETWEEN    | 2026-01-01,2026-01-01                     | true
            created_at    | BETWEEN    | 2026-01-01T10:00:00Z,2026-01-01T10:00:00Z | true
            f920001       | EQUALS     | Курьер                                    | true
            f920001       | CONTAINS   | курь                                      | true
            f920002       | EQUALS     | 3.0                                       | true
            f920002       | GREATER    | 2                                         | true
            f920003       | EQUALS     | 2026-01-02                                | true
            f920003       | LESS       | 2026-01-03                                | true
            f920003       | GREATER    | 2026-01-02                                | false
            f920004       | EQUALS     | true                                      | true
            f920005       | IS_EMPTY   |                                           | true
            f777          | IS_EMPTY   |                                           | true
            f920001       | GREATER    | 5                                         | false
            """)
    void comparesByTheTypeOfTheField(String field, Operator operator, String values, boolean matches) {
        var funnel = Drafts.compiled(Drafts.with(including(field, operator, values)));

        assertThat(funnel.judge(ORDER, Names.none()) instanceof Judgement.Passed)
                .isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            brand     | EQUALS     | Acme       | false
            brand     | CONTAINS   | a          | false
            brand     | NOT_EQUALS | Acme       | true
            brand     | IS_EMPTY   |            | true
            closed_at | LESS       | 2099-01-01 | false
            closed_at | GREATER    | 2000-01-01 | false
            closed_at | NOT_EQUALS | 2000-01-01 | true
            f5        | BETWEEN    | 0,9        | false
            f5        | NOT_EQUALS | 0          | true
            """)
    void missingOnlyDiffersAndIsEmpty(String field, Operator operator, String values, boolean matches) {
        var funnel = Drafts.compiled(Drafts.with(including(field, operator, values)));

        assertThat(funnel.judge(WITHOUT_ASSET, Names.none()) instanceof Judgement.Passed)
                .isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource({
        "ALL,T,true",
        "ALL,TT,true",
        "ALL,TF,false",
        "ANY,TF,true",
        "ANY,FF,false",
        "ANY,'',true",
        "ALL,'',true",
        "ALL,x,false",
        "ANY,x,false",
        "ANY,Tx,false",
        "ALL,n,true",
        "ALL,Tn,true",
        "ALL,Fn,false"
    })
    void excludesWhatAnyExcludeMatchesAndIncludesByMatch(Match match, String conditions, boolean passes) {
        var filter = new FilterDraft(
                match, conditions.chars().mapToObj(FilterTest::condition).toList());

        var judgement = Drafts.compiled(Drafts.with(filter)).judge(ORDER, Names.none());

        assertThat(judgement instanceof Judgement.Passed).isEqualTo(passes);
    }

    @Test
    void saysOfEachConditionWhatItSaw() {
        var filter = new FilterDraft(Match.ALL, List.of(condition('T'), condition('F'), empty()));

        var explanation = Drafts.compiled(Drafts.with(filter)).explain(ORDER, Names.none());

        assertThat(explanation.judgement()).isEqualTo(new Judgement.FilteredOut());
        assertThat(explanation.verdicts())
                .containsExactly(
                        new Verdict(0, condition('T'), true, Optional.of("Acme")),
                        new Verdict(1, condition('F'), false, Optional.of("Acme")),
                        new Verdict(2, empty(), true, Optional.empty()));
    }

    @Test
    void takesTheGroupOfAV2StatusFromTheNames() {
        var funnel = Drafts.compiled(Drafts.with(including("status_group", Operator.EQUALS, "6")));
        var order = Samples.order(Api.V2, Samples.v2Closed());

        assertThat(funnel.judge(order, new ShopNames())).isInstanceOf(Judgement.Passed.class);
        assertThat(funnel.judge(order, Names.none())).isInstanceOf(Judgement.FilteredOut.class);
    }

    private static FilterDraft including(String field, Operator operator, String values) {
        return Drafts.including(field, operator, values == null ? new String[0] : values.split(",", -1));
    }

    private static ConditionDraft empty() {
        return new ConditionDraft(Action.INCLUDE, "f920005", Operator.IS_EMPTY, List.of());
    }

    /** T and F: an include that is true or false; x and n: an exclude that matches or does not. */
    private static ConditionDraft condition(int kind) {
        var action = kind == 'T' || kind == 'F' ? Action.INCLUDE : Action.EXCLUDE;
        var value = kind == 'T' || kind == 'x' ? "Acme" : "Other";
        return new ConditionDraft(action, "brand", Operator.EQUALS, List.of(value));
    }
}
