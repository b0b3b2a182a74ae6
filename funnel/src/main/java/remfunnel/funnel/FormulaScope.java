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
            case ID -> Text.of(name + " is an id", name + " — идентификатор");
            case TEXT -> Text.of(name + " is a text", name + " — текст");
            case TIME -> Text.of(name + " is a time", name + " — время");
            case FLAG -> Text.of(name + " is a yes or no", name + " — признак «да или нет»");
            case MONEY, NUMBER -> throw new IllegalStateException(name + " is a number");
        });
    }

    @Override
    public Collection<String> suggestions() {
        return Stream.concat(
                        vocabulary.fields().stream()
                                .filter(Field::isNumeric)
                                .flatMap(field -> Stream.of(
                                        field.name(), "[" + field.title().ru() + "]")),
                        coefficients.stream().sorted())
                .toList();
    }
}
