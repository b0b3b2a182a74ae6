package remfunnel.funnel;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import remfunnel.funnel.expression.Scope;

/** What the names of a connector's formulas mean. */
record FormulaScope(Vocabulary vocabulary, Set<String> coefficients) implements Scope {
    FormulaScope {
        coefficients = Set.copyOf(coefficients);
    }

    @Override
    public Optional<String> fieldNamed(String name) {
        return vocabulary.named(name).map(Field::name);
    }

    @Override
    public Optional<String> fieldTitled(String title) {
        return vocabulary.titled(title).map(Field::name);
    }

    @Override
    public boolean isCoefficient(String name) {
        return coefficients.contains(name);
    }

    @Override
    public Optional<Text> whyNotNumeric(String name) {
        return vocabulary.named(name).filter(field -> !field.isNumeric()).map(field -> switch (field.type()) {
            case ID -> notNumeric(name, "an id", "идентификатор");
            case TEXT -> notNumeric(name, "a text", "текст");
            case TIME -> notNumeric(name, "a time", "время");
            case FLAG -> notNumeric(name, "a yes or no", "признак «да или нет»");
            case MONEY, NUMBER -> throw new IllegalStateException(name + " is a number");
        });
    }

    private static Text notNumeric(String name, String en, String ru) {
        return Text.of(
                name + " is " + en + ": a formula calculates with amounts and numbers, such as total.",
                name + " — " + ru + ": формула считает суммы и числа, например total.");
    }

    @Override
    public Collection<String> suggestions() {
        return Stream.concat(
                        vocabulary.fields().stream().filter(Field::isNumeric).flatMap(FormulaScope::suggested),
                        coefficients.stream().sorted())
                .toList();
    }

    private static Stream<String> suggested(Field field) {
        var title = field.isTitled() ? Stream.of("[" + field.title().ru() + "]") : Stream.<String>empty();
        return Stream.concat(Stream.of(field.name()), title);
    }
}
