package remfunnel.funnel.expression;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import remfunnel.funnel.Text;

/** The functions a formula may call, and no others. */
enum Function {
    MIN(1, Integer.MAX_VALUE),
    MAX(1, Integer.MAX_VALUE),
    ROUND(1, 2),
    ABS(1, 1),
    IF(3, 3),
    COALESCE(1, Integer.MAX_VALUE);

    private final int fewest;
    private final int most;

    Function(int fewest, int most) {
        this.fewest = fewest;
        this.most = most;
    }

    static Optional<Function> named(String name) {
        return Arrays.stream(values())
                .filter(function -> function.name().equalsIgnoreCase(name))
                .findAny();
    }

    static List<String> names() {
        return Arrays.stream(values())
                .map(function -> function.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    boolean takes(int arguments) {
        return arguments >= fewest && arguments <= most;
    }

    Text arguments() {
        return switch (this) {
            case MIN, MAX, COALESCE -> Text.of("at least 1 argument", "хотя бы 1 аргумент");
            case ABS -> Text.of("1 argument", "1 аргумент");
            case ROUND -> Text.of("1 or 2 arguments", "1 или 2 аргумента");
            case IF -> Text.of("a condition and 2 amounts", "условие и 2 суммы");
        };
    }
}
