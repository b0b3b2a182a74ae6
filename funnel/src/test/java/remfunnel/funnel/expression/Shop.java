package remfunnel.funnel.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import remfunnel.funnel.Text;

/** A shop with a few fields and one order: total 1000, cost 400.50, parts_cost 0, paid missing; two coefficients. */
record Shop(Map<String, BigDecimal> order, Map<String, BigDecimal> coefficients) implements Scope, Values {
    private static final List<String> NUMERIC = List.of("total", "cost", "parts_cost", "paid", "f7");

    private static final Map<String, String> TITLES = Map.of(
            "сумма заказа", "total",
            "order total", "total",
            "себестоимость", "cost",
            "клиент", "client");

    static Shop withOneOrder() {
        return new Shop(
                Map.of(
                        "total", new BigDecimal("1000"),
                        "cost", new BigDecimal("400.50"),
                        "parts_cost", new BigDecimal("0.00")),
                Map.of("acquiring", new BigDecimal("0.021"), "налог", new BigDecimal("0.06")));
    }

    Formula formula(String text) {
        Reading reading = Formula.read(text, this);
        assertThat(reading).as(text).isInstanceOf(Reading.Read.class);
        return ((Reading.Read) reading).formula();
    }

    List<ExpressionProblem> problems(String text) {
        Reading reading = Formula.read(text, this);
        assertThat(reading).as(text).isInstanceOf(Reading.Misread.class);
        return ((Reading.Misread) reading).problems();
    }

    Outcome outcome(String text) {
        return formula(text).evaluate(this);
    }

    BigDecimal amount(String text) {
        Outcome outcome = outcome(text);
        assertThat(outcome).as(text).isInstanceOf(Outcome.Amount.class);
        return ((Outcome.Amount) outcome).value();
    }

    @Override
    public Optional<String> fieldNamed(String name) {
        return Optional.of(name).filter(NUMERIC::contains);
    }

    @Override
    public Optional<String> fieldTitled(String title) {
        return Optional.ofNullable(TITLES.get(title.toLowerCase(Locale.ROOT)));
    }

    @Override
    public boolean isCoefficient(String name) {
        return List.of("acquiring", "налог", "later").contains(name);
    }

    @Override
    public Optional<Text> whyNotNumeric(String name) {
        return name.equals("client")
                ? Optional.of(Text.of("client is text, no number.", "client — текст, а не число."))
                : Optional.empty();
    }

    @Override
    public Collection<String> suggestions() {
        return List.of(
                "total", "cost", "parts_cost", "paid", "f7", "acquiring", "налог", "[Сумма заказа]", "[Order total]");
    }

    @Override
    public Optional<BigDecimal> field(String name) {
        return Optional.ofNullable(order.get(name));
    }

    @Override
    public Optional<BigDecimal> coefficient(String name) {
        return Optional.ofNullable(coefficients.get(name));
    }
}
