package remfunnel.funnel.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaTest {
    private final Shop shop = Shop.withOneOrder();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            42                                          | 42.0000
            total                                       | 1000.0000
            total * 0.94                                | 940.0000
            [Сумма заказа] * 0.94                       | 940.0000
            [ order   TOTAL ] * 0.94                    | 940.0000
            [Себестоимость] + parts_cost                | 400.5000
            total * acquiring                           | 21.0000
            total * (1 - acquiring - налог)             | 919.0000
            1 + 2 * 3                                   | 7.0000
            (1 + 2) * 3                                 | 9.0000
            10 - 3 - 2                                  | 5.0000
            100 / 10 / 5                                | 2.0000
            100 / (10 / 5)                              | 50.0000
            -total                                      | -1000.0000
            3 - -2                                      | 5.0000
            -2 * -3                                     | 6.0000
            --5                                         | 5.0000
            1 / 3                                       | 0.3333
            2 / 3                                       | 0.6667
            1 / 3 * 3                                   | 1.0000
            0.1 + 0.2 - 0.3                             | 0.0000
            0.00005                                     | 0.0001
            0.00004999999999999999999999999             | 0.0000
            -0.00005                                    | -0.0001
            0.00004 + 0.00004                           | 0.0001
            9999999999999999.9999                       | 9999999999999999.9999
            """)
    void calculatesExactlyAndRoundsOnceAtTheEnd(String text, BigDecimal amount) {
        assertThat(shop.amount(text)).isEqualTo(amount);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            min(total, cost)                            | 400.5000
            min(3, 1, 2)                                | 1.0000
            max(3, 1, 2)                                | 3.0000
            max(total)                                  | 1000.0000
            MAX(total - 2000, 0)                        | 0.0000
            abs(cost - total)                           | 599.5000
            abs(5)                                      | 5.0000
            round(2.5)                                  | 3.0000
            round(-2.5)                                 | -3.0000
            round(cost * 1.001, 2)                      | 400.9000
            Round(1234.5, -2)                           | 1200.0000
            round(total / 3, 10) * 3                    | 1000.0000
            round(total / 3, 1) * 3                     | 999.9000
            coalesce(paid, total)                       | 1000.0000
            coalesce(total, paid)                       | 1000.0000
            coalesce(paid - 1, later, 7)                | 7.0000
            coalesce(paid, 0) + total                   | 1000.0000
            """)
    void callsItsFunctions(String text, BigDecimal amount) {
        assertThat(shop.amount(text)).isEqualTo(amount);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            total > 500                                 | 1.0000
            total < 500                                 | 0.0000
            total >= 1000                               | 1.0000
            total >= 1000.01                            | 0.0000
            total <= 1000.00                            | 1.0000
            total <= 999.99                             | 0.0000
            total = 1000.00                             | 1.0000
            total == cost                               | 0.0000
            total <> 1000                               | 0.0000
            total != cost                               | 1.0000
            total > 0 and cost > 500                    | 0.0000
            total > 0 or cost > 500                     | 1.0000
            not total > 0                               | 0.0000
            not (total > 0 and cost > 500)              | 1.0000
            NOT not total > 0                           | 1.0000
            total > 0 or cost > 500 and 1 > 2           | 1.0000
            (total > 0 or cost > 500) AND 1 > 2         | 0.0000
            (total - cost) * 2 > total                  | 1.0000
            total < 0 and paid > 0                      | 0.0000
            total > 0 or paid > 0                       | 1.0000
            """)
    void choosesByItsCondition(String condition, BigDecimal amount) {
        assertThat(shop.amount("if(" + condition + ", 1, 0)")).isEqualTo(amount);
    }

    @Test
    void namesWhatItReadsInTheOrderOfFirstUse() {
        Formula formula = shop.formula("[Себестоимость] + total * налог + cost * acquiring - [Order total]");

        assertThat(formula.fields()).containsExactly("cost", "total");
        assertThat(formula.coefficients()).containsExactly("налог", "acquiring");
        assertThat(formula).hasToString(formula.text()).asString().startsWith("[Себестоимость]");
    }

    @Test
    void readsLettersThatAMacTakesApartAndSpacesOfAnyKind() {
        Shop decomposed = new Shop(Map.of(), Map.of("налог", BigDecimal.ONE));

        assertThat(shop.amount("[Сумма\u00a0заказа]\u2009*\u00a02")).isEqualTo("2000.0000");
        assertThat(decomposed.amount("налог")).isEqualTo("1.0000");
    }

    @ParameterizedTest
    @CsvSource({
        "acquiring,true",
        "налог_2,true",
        "_x,true",
        "and,false",
        "Not,false",
        "max,false",
        "2x,false",
        "a b,false",
        "'',false"
    })
    void knowsWhatCanBeABareName(String name, boolean can) {
        assertThat(Formula.isName(name)).isEqualTo(can);
    }
}
