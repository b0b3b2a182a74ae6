package remfunnel.funnel.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemTest {
    private final Shop shop = Shop.withOneOrder();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            total * 0,94                  | DECIMAL_COMMA         | 8  | 4  | 0.94
            max(total,0,94)               | DECIMAL_COMMA         | 10 | 4  | 0.94
            total * 1e5                   | BAD_NUMBER            | 8  | 3  | 1e5
            1.2.3                         | BAD_NUMBER            | 0  | 5  | 1.2.3
            .5 + 1                        | BAD_NUMBER            | 0  | 2  | .5
            5. + 1                        | BAD_NUMBER            | 0  | 2  | 5.
            2total                        | BAD_NUMBER            | 0  | 6  | 2total
            1234567890123456789012345678901 | BAD_NUMBER          | 0  | 31 | 30 digits
            total × 2                     | BAD_CHARACTER         | 6  | 1  | Write “*” instead
            total * 6%                    | BAD_CHARACTER         | 9  | 1  | 0.021
            total^2                       | BAD_CHARACTER         | 5  | 1  | multiply
            total − 2                     | BAD_CHARACTER         | 6  | 1  | Write “-” instead
            max(total; 2)                 | BAD_CHARACTER         | 9  | 1  | Write “,” instead
            "Сумма заказа" * 2            | BAD_CHARACTER         | 0  | 14 | in brackets
            «Сумма заказа» * 2            | BAD_CHARACTER         | 0  | 14 | in brackets
            total * "2                    | BAD_CHARACTER         | 8  | 1  | in brackets
            total 😀                      | BAD_CHARACTER         | 6  | 2  | Take it out
            total * [Сумма                | UNCLOSED_TITLE        | 8  | 6  | [Order total]
            totl * 2                      | UNKNOWN_NAME          | 0  | 4  | mean total?
            Total                         | UNKNOWN_NAME          | 0  | 5  | mean total?
            Себестоимость * 2             | UNKNOWN_NAME          | 0  | 13 | [Себестоимость]
            Сумма * 2                     | UNKNOWN_NAME          | 0  | 5  | [Сумма заказа]
            max * 2                       | UNKNOWN_NAME          | 0  | 3  | max(…)
            xyz                           | UNKNOWN_NAME          | 0  | 3  | coefficient xyz.
            [Сума заказа]                 | UNKNOWN_TITLE         | 0  | 13 | [Сумма заказа]?
            [total]                       | UNKNOWN_TITLE         | 0  | 7  | mean total?
            maxx(total, 1)                | UNKNOWN_FUNCTION      | 0  | 4  | mean max?
            iff(total > 1, 2, 3)          | UNKNOWN_FUNCTION      | 0  | 3  | if or coalesce
            exec()                        | UNKNOWN_FUNCTION      | 0  | 4  | no function exec
            [Клиент] * 2                  | NOT_NUMERIC           | 0  | 8  | client is text
            client * 2                    | NOT_NUMERIC           | 0  | 6  | client is text
            total *                       | SYNTAX                | 7  | 0  | the end
            * total                       | SYNTAX                | 0  | 1  | “*”
            total + * 2                   | SYNTAX                | 8  | 1  | a number, a field
            total cost                    | SYNTAX                | 6  | 4  | one of + - * /
            total [Себестоимость]         | SYNTAX                | 6  | 15 | “[Себестоимость]”
            1 000 + total                 | SYNTAX                | 2  | 3  | “000”
            total)                        | SYNTAX                | 5  | 1  | “)”
            (total, 2)                    | SYNTAX                | 6  | 1  | or )
            ()                            | SYNTAX                | 1  | 1  | “)”
            1 + and                       | SYNTAX                | 4  | 3  | “and”
            if(1 < 2 < 3, 1, 2)           | SYNTAX                | 9  | 1  | “<”
            max(total, (cost              | UNCLOSED_PARENTHESIS  | 11 | 1  | add )
            max()                         | ARGUMENTS             | 0  | 5  | at least 1 argument, not 0
            abs(1, 2)                     | ARGUMENTS             | 0  | 9  | abs takes 1 argument, not 2
            round(1, 2, 3)                | ARGUMENTS             | 0  | 14 | 1 or 2 arguments, not 3
            if(total > 1)                 | ARGUMENTS             | 0  | 13 | a condition and 2 amounts, not 1
            if(total > 1, 2)              | ARGUMENTS             | 0  | 16 | not 2
            1 + if(total > 1, 2, 3, 4)    | ARGUMENTS             | 4  | 22 | not 4
            round(total, cost)            | ROUND_PLACES          | 0  | 18 | from -4 to 10
            round(total, 11)              | ROUND_PLACES          | 0  | 16 | from -4 to 10
            round(total, -5)              | ROUND_PLACES          | 0  | 16 | from -4 to 10
            round(total, 2.0)             | ROUND_PLACES          | 0  | 17 | from -4 to 10
            total > 5                     | COMPARISON_OUTSIDE_IF | 0  | 9  | if(total > 0
            1 + (total > 5)               | COMPARISON_OUTSIDE_IF | 4  | 11 | if(total > 0
            max(1, not total > 5)         | COMPARISON_OUTSIDE_IF | 7  | 13 | if(total > 0
            if(total, 1, 2)               | CONDITION_EXPECTED    | 3  | 5  | if(total > 0
            if(total > 0 or cost, 1, 2)   | CONDITION_EXPECTED    | 16 | 4  | if(total > 0
            """, quoteCharacter = '`')
    void saysWhatIsWrongWhereAndWhatWouldBeRight(String text, String code, int position, int length, String hint) {
        List<ExpressionProblem> problems = shop.problems(text);

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.position()).isEqualTo(position);
            assertThat(problem.length()).isEqualTo(length);
            assertThat(problem.message().en()).contains(hint);
            assertThat(problem.message().ru()).matches(".*[а-я].*");
        });
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            ÷, Write “/” instead
            :, Write “/” instead
            –, Write “-” instead
            ≤, Write “<=” instead
            ≥, Write “>=” instead
            ≠, Write “!=” instead
            &, Write “and” instead
            |, Write “or” instead
            {, Write “( )” instead
            ], A title stands in brackets
            $, Take it out
            """)
    void saysWhatToWriteForAStrayCharacter(String character, String hint) {
        assertThat(shop.problems("total " + character + " 2"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message().en()).contains(hint));
    }

    @ParameterizedTest
    @CsvSource({"'',0", "'   ',3", "'\u00a0\t\n',3"})
    void tellsAnEmptyFormula(String text, int length) {
        assertThat(shop.problems(text)).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("EMPTY");
            assertThat(problem.length()).isEqualTo(length);
        });
    }

    @Test
    void tellsAllUnknownNamesAtOnceEvenAfterAMistakeOfGrammar() {
        List<ExpressionProblem> problems = shop.problems("foo * [Бар] + + baz(1) - foo / qux and client");

        assertThat(problems)
                .extracting(ExpressionProblem::code, ExpressionProblem::position)
                .containsExactly(
                        tuple("UNKNOWN_NAME", 0),
                        tuple("UNKNOWN_TITLE", 6),
                        tuple("SYNTAX", 14),
                        tuple("UNKNOWN_FUNCTION", 16),
                        tuple("UNKNOWN_NAME", 31),
                        tuple("NOT_NUMERIC", 39));
    }

    @Test
    void tellsMistakesOfSeveralKindsAtOnce() {
        List<ExpressionProblem> problems = shop.problems("round(total, cost) + abs(1, 2) + if(paid, totl > 1, 3)");

        assertThat(problems)
                .extracting(ExpressionProblem::code)
                .containsExactly(
                        "ROUND_PLACES", "ARGUMENTS", "CONDITION_EXPECTED", "UNKNOWN_NAME", "COMPARISON_OUTSIDE_IF");
    }

    @Test
    void saysItInBothLanguages() {
        assertThat(shop.problems("totl").getFirst().message().en())
                .isEqualTo("There is no field and no coefficient totl. Did you mean total?");
        assertThat(shop.problems("totl").getFirst().message().ru())
                .isEqualTo("Нет ни поля, ни коэффициента totl. Возможно, имелось в виду total?");
        assertThat(shop.problems("total +").getFirst().message().ru())
                .isEqualTo("Здесь стоит конец, а нужно: число, поле, коэффициент, функция или (.");
    }

    @Test
    void namesAnInvisibleCharacterByItsCode() {
        assertThat(shop.problems("total\u200b").getFirst().message().en()).startsWith("U+200B has no meaning");
        assertThat(shop.problems("total\ud800").getFirst().message().en()).startsWith("U+D800 has no meaning");
    }
}
