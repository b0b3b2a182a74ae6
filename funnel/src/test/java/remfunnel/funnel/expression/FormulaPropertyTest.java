package remfunnel.funnel.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import remfunnel.funnel.expression.Node.Sign;
import remfunnel.funnel.expression.Node.Term;

class FormulaPropertyTest {
    private static final BigDecimal LARGEST = new BigDecimal("9999999999999999.9999");

    private static final String PIECES =
            "total~paid~later~nobody~[Сумма заказа]~[~]~0.94~0,94~1e5~0~+~-~*~/~(~)~,~<~>=~!=~!"
                    + "~and~or~not~if(~max(~round(~coalesce(~foo(~ ~\"~€~\ud83d~\u0000~total > 0~, 2)";

    private final Shop shop = Shop.withOneOrder();

    @Property
    void readsBackWhatWasPrinted(@ForAll("trees") Term tree) {
        Formula formula = shop.formula(Printer.print(tree));

        assertThat(formula.root()).isEqualTo(tree);
    }

    @Property
    void equalsAnIndependentComputation(@ForAll("treesWithoutDivision") Term tree) {
        Outcome outcome = shop.outcome(Printer.print(tree));

        Optional<BigDecimal> expected = new Oracle(shop).of(tree).map(Fraction::toAmount);
        switch (outcome) {
            case Outcome.Amount(var value) -> assertThat(expected).contains(value);
            case Outcome.NoAmount none
            when none.code().equals(Outcome.MISSING_VALUE) ->
                assertThat(expected).isEmpty();
            case Outcome.NoAmount none -> {
                assertThat(none.code()).isEqualTo(Outcome.OVERFLOW);
                assertThat(expected.orElseThrow().abs()).isGreaterThan(LARGEST);
            }
        }
    }

    @Property
    void roundsAQuotientAsIfItWereExact(@ForAll("decimals") BigDecimal over, @ForAll("decimals") BigDecimal under) {
        Shop order = new Shop(Map.of("total", over, "cost", under.add(BigDecimal.ONE)), Map.of());

        BigDecimal amount = order.amount("-total / cost");

        Fraction exact = Fraction.of(over).dividedBy(Fraction.of(under.add(BigDecimal.ONE)));
        assertThat(amount).isEqualTo(exact.negative().toAmount());
    }

    @Property
    void readsAnyTextOrSaysWhyNot(@ForAll("texts") String text) {
        Reading reading = Formula.read(text, shop);

        switch (reading) {
            case Reading.Read(var formula) -> assertThat(formula.evaluate(shop)).isNotNull();
            case Reading.Misread(var problems) ->
                assertThat(problems).isNotEmpty().allSatisfy(problem -> {
                    assertThat(problem.position()).isBetween(0, text.length());
                    assertThat(problem.position() + problem.length()).isLessThanOrEqualTo(text.length());
                    assertThat(problem.length()).isNotNegative();
                });
        }
    }

    @Provide
    Arbitrary<Term> trees() {
        return new Trees(Sign.values()).terms();
    }

    @Provide
    Arbitrary<Term> treesWithoutDivision() {
        return new Trees(Sign.PLUS, Sign.MINUS, Sign.TIMES).terms();
    }

    @Provide
    Arbitrary<BigDecimal> decimals() {
        return Trees.decimals();
    }

    /** Pieces of the language in any order, and any characters at all. */
    @Provide
    Arbitrary<String> texts() {
        List<String> pieces = List.of(PIECES.split("~", -1));
        Arbitrary<String> language = Arbitraries.of(pieces).list().ofMaxSize(40).map(all -> String.join(" ", all));
        return Arbitraries.oneOf(language, Arbitraries.strings().ofMaxLength(100));
    }
}
