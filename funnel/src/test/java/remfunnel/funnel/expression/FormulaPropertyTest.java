package remfunnel.funnel.expression;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import remfunnel.funnel.expression.Node.Sign;
import remfunnel.funnel.expression.Node.Term;

class FormulaPropertyTest {
    private static final BigDecimal LARGEST = new BigDecimal("9999999999999999.9999");

    private static final String PIECES =
            "total~paid~later~nobody~[Сумма заказа]~[~]~0.94~0,94~1e5~0~+~-~*~/~(~)~,~<~>=~!=~!"
                    + "~and~or~not~if(~max(~round(~coalesce(~foo(~ ~\"~€~\ud83d~\u0000~total > 0~, 2)";

    private static final List<Sign> EXACT = List.of(Sign.PLUS, Sign.MINUS, Sign.TIMES);

    private final Shop shop = Shop.withOneOrder();

    @Test
    void readsBackWhatWasPrinted() {
        Tries.of(random -> {
            Term tree = new Trees(random, List.of(Sign.values())).term();

            Formula formula = shop.formula(Printer.print(tree));

            assertThat(formula.root()).isEqualTo(tree);
        });
    }

    @Test
    void equalsAnIndependentComputation() {
        Tries.of(random -> {
            Term tree = new Trees(random, EXACT).term();

            Outcome outcome = shop.outcome(Printer.print(tree));

            agrees(outcome, new Oracle(shop).of(tree).map(Fraction::toAmount), Printer.print(tree));
        });
    }

    @Test
    void roundsAQuotientAsIfItWereExact() {
        Tries.of(random -> {
            BigDecimal over = Trees.decimal(random);
            BigDecimal under = Trees.decimal(random).add(BigDecimal.ONE);

            BigDecimal amount = new Shop(Map.of("total", over, "cost", under), Map.of()).amount("-total / cost");

            Fraction exact = Fraction.of(over).dividedBy(Fraction.of(under));
            assertThat(amount)
                    .as("-%s / %s", over, under)
                    .isEqualTo(exact.negative().toAmount());
        });
    }

    @Test
    void readsAnyTextOrSaysWhyNot() {
        Tries.of(random -> {
            String text = random.nextBoolean() ? language(random) : characters(random);

            Reading reading = Formula.read(text, shop);

            isAnswered(reading, text);
        });
    }

    private static void agrees(Outcome outcome, Optional<BigDecimal> expected, String text) {
        switch (outcome) {
            case Outcome.Amount(var value) -> assertThat(expected).as(text).contains(value);
            case Outcome.NoAmount none
            when none.code().equals(Outcome.MISSING_VALUE) ->
                assertThat(expected).as(text).isEmpty();
            case Outcome.NoAmount none -> {
                assertThat(none.code()).as(text).isEqualTo(Outcome.OVERFLOW);
                assertThat(expected.orElseThrow().abs()).as(text).isGreaterThan(LARGEST);
            }
        }
    }

    private void isAnswered(Reading reading, String text) {
        switch (reading) {
            case Reading.Read(var formula) ->
                assertThat(formula.evaluate(shop)).as(text).isNotNull();
            case Reading.Misread(var problems) ->
                assertThat(problems).as(text).isNotEmpty().allSatisfy(problem -> {
                    assertThat(problem.position()).isBetween(0, text.length());
                    assertThat(problem.position() + problem.length()).isLessThanOrEqualTo(text.length());
                    assertThat(problem.length()).isNotNegative();
                });
        }
    }

    /** Pieces of the language in any order. */
    private static String language(Random random) {
        List<String> pieces = List.of(PIECES.split("~", -1));
        return Stream.generate(() -> Trees.oneOf(random, pieces))
                .limit(random.nextInt(41))
                .collect(joining(" "));
    }

    /** Any characters at all, halves of pairs included. */
    private static String characters(Random random) {
        var text = new StringBuilder();
        random.ints(random.nextInt(101), 0, Character.MAX_VALUE + 1).forEach(each -> text.append((char) each));
        return text.toString();
    }
}
