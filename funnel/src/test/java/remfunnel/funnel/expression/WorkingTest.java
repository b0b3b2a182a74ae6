package remfunnel.funnel.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import remfunnel.funnel.expression.Node.Sign;

class WorkingTest {
    private final Shop shop = Shop.withOneOrder();

    @Test
    void comesToWhatTheFormulaComesTo() {
        Tries.of(random -> {
            var formula = shop.formula(Printer.print(new Trees(random, List.of(Sign.values())).term()));

            var working = formula.working(shop);

            assertThat(working.outcome()).isEqualTo(formula.evaluate(shop));
        });
    }

    @Test
    void tellsEachPartInTheOrderItIsWorkedOut() {
        var order = new Shop(Map.of("total", new BigDecimal("5000"), "cost", new BigDecimal("7")), Map.of());

        var working = order.formula("if(total > 3000, (total - cost) / 3, 0)").working(order);

        assertThat(working.steps())
                .extracting(step -> step.part() + " = " + step.value().orElse("?"))
                .containsExactly(
                        "total > 3000 = true",
                        "total - cost = 4993",
                        "(total - cost) / 3 = 1664.333333333333333333333333333333",
                        "if(total > 3000, (total - cost) / 3, 0) = 1664.333333333333333333333333333333");
    }

    @Test
    void saysWhereAValueIsMissing() {
        var order = new Shop(Map.of("total", BigDecimal.ONE), Map.of());

        var working = order.formula("(total + 1) * cost").working(order);

        assertThat(working.steps()).hasSize(2);
        assertThat(working.steps().getLast().why())
                .hasValueSatisfying(why -> assertThat(why.field()).contains("cost"));
    }
}
