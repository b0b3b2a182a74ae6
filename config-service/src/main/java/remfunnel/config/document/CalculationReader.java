package remfunnel.config.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import remfunnel.CoefficientSettings;
import remfunnel.CoefficientValue;
import remfunnel.funnel.Text;

/** Reads the calculation: two formulas and the coefficients that they name. */
final class CalculationReader {
    private static final Text NO_DAY = Text.of("must be a day, as in 2024-01-31", "нужен день, например 2024-01-31");

    private final Optional<Section> section;
    private final Faults faults;

    private CalculationReader(Optional<Section> section, Faults faults) {
        this.section = section;
        this.faults = faults;
    }

    static CalculationReader of(Section document, Faults faults) {
        return new CalculationReader(
                document.section("calculation", List.of("revenue", "cost", "coefficients")), faults);
    }

    /** Null is how the record says that there is none. */
    @Nullable
    String formula(String key) {
        return section.flatMap(it -> it.text(key)).orElse(null);
    }

    List<CoefficientSettings> coefficients() {
        return section.flatMap(it -> it.anyKeys("coefficients"))
                .map(it -> it.entries().map(entry -> coefficient(it, entry)).toList())
                .orElse(List.of());
    }

    private CoefficientSettings coefficient(Section all, Node.Entry entry) {
        List<CoefficientValue> values = all.list(entry.key(), this::value);
        if (values.isEmpty()) {
            faults.add(
                    "COEFFICIENT",
                    all.at(entry.key()),
                    Text.of(
                            "has no values; for example: [{from: 2024-01-01, value: \"0.021\"}]",
                            "нет значений; например: [{from: 2024-01-01, value: \"0.021\"}]"));
        }
        return CoefficientSettings.newBuilder()
                .setName(entry.key())
                .setValues(values)
                .build();
    }

    private Stream<CoefficientValue> value(Node node, At at) {
        Section value = Section.of(node, at, faults, List.of("from", "value"));
        value.required("from", "2024-01-01");
        return Stream.of(CoefficientValue.newBuilder()
                .setValidFrom(value.parsed("from", Moments::day, "DAY", NO_DAY).orElse(LocalDate.EPOCH))
                .setValue(value.required("value", "\"0.021\""))
                .build());
    }
}
