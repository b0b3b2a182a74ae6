package remfunnel.funnel.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoAmountTest {
    private final Shop shop = Shop.withOneOrder();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            paid                                        | paid
            total + paid                                | paid
            paid * 0                                    | paid
            -paid                                       | paid
            min(total, paid)                            | paid
            max(paid, total)                            | paid
            abs(paid)                                   | paid
            round(paid, 2)                              | paid
            if(paid > 0, 1, 2)                          | paid
            if(not paid > 0, 1, 2)                      | paid
            if(total > 0, paid, 2)                      | paid
            if(paid > 0 and total < 0, 1, 2)            | paid
            later * total                               | later
            coalesce(paid, later)                       | paid
            coalesce(later)                             | later
            """)
    void namesTheMissingValue(String text, String name) {
        Outcome outcome = shop.outcome(text);

        assertThat(outcome).asInstanceOf(type(Outcome.NoAmount.class)).satisfies(none -> {
            assertThat(none.code()).isEqualTo(Outcome.MISSING_VALUE);
            assertThat(none.field()).contains(name);
            assertThat(none.message().en()).contains(name);
            assertThat(none.message().ru()).contains(name);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"total / 0", "1 / (cost - 400.50)", "0 / 0", "coalesce(1 / 0, 5)", "max(1, 1 / 0)", "1 / 0.00"})
    void tellsADivisionByZero(String text) {
        assertThat(shop.outcome(text))
                .asInstanceOf(type(Outcome.NoAmount.class))
                .satisfies(none -> {
                    assertThat(none.code()).isEqualTo(Outcome.DIVISION_BY_ZERO);
                    assertThat(none.field()).isEmpty();
                });
    }

    @Test
    void namesTheFieldThatIsTheZeroDivisor() {
        Outcome outcome = shop.outcome("total / parts_cost");

        assertThat(outcome)
                .asInstanceOf(type(Outcome.NoAmount.class))
                .extracting(Outcome.NoAmount::code, Outcome.NoAmount::field)
                .containsExactly(Outcome.DIVISION_BY_ZERO, Optional.of("parts_cost"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"if(total > 0, 7, 1 / 0)", "if(total < 0, paid, 7)", "coalesce(7, 1 / 0)", "coalesce(7, paid)"})
    void neverLooksAtWhatItDoesNotNeed(String text) {
        assertThat(shop.amount(text)).isEqualTo("7.0000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10000000000000000",
                "9999999999999999.99995",
                "-9999999999999999.9999 - 0.0001",
                "9999999999999999 * 9999999999999999",
                "1 / 0.00000000000000000000000000001"
            })
    void tellsWhatDoesNotFit(String text) {
        assertThat(shop.outcome(text))
                .asInstanceOf(type(Outcome.NoAmount.class))
                .extracting(Outcome.NoAmount::code, Outcome.NoAmount::field)
                .containsExactly(Outcome.OVERFLOW, Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E+301", "1E-301", "1E+2147483647", "1E-2147483647"})
    void refusesAValueBeyondAnyMeasureAndNamesIt(BigDecimal value) {
        Shop odd = new Shop(Map.of("total", value), Map.of("acquiring", value));

        assertThat(odd.outcome("total + 1")).isEqualTo(odd.outcome("(total)"));
        assertThat(odd.outcome("1 - total"))
                .asInstanceOf(type(Outcome.NoAmount.class))
                .satisfies(none -> assertThat(none.field()).contains("total"));
        assertThat(odd.outcome("1 - acquiring"))
                .asInstanceOf(type(Outcome.NoAmount.class))
                .satisfies(none -> assertThat(none.field()).contains("acquiring"));
    }

    @Test
    void takesAZeroOfAnyExponentAsZero() {
        Shop odd = new Shop(
                Map.of("total", new BigDecimal("0E+2000000000"), "cost", new BigDecimal("0E-2000000000")), Map.of());

        assertThat(odd.amount("total + 5")).isEqualTo("5.0000");
        assertThat(odd.amount("total * cost")).isEqualTo("0.0000");
        assertThat(odd.outcome("5 / cost"))
                .asInstanceOf(type(Outcome.NoAmount.class))
                .satisfies(none -> assertThat(none.code()).isEqualTo(Outcome.DIVISION_BY_ZERO));
    }

    @Test
    void letsIntermediatesBeLargerThanAmounts() {
        assertThat(shop.amount("9999999999999999 * 9999999999999999 / 9999999999999999"))
                .isEqualTo("9999999999999999.0000");
        assertThat(shop.amount("0.000000000000001 * 0.000000000000001 * 1000000000000000 * 1000000000000000"))
                .isEqualTo("1.0000");
    }
}
