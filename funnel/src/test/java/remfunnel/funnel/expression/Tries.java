package remfunnel.funnel.expression;

import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/** Tries a property with new random values in each run; {@code -Dtries.seed=…} repeats the one that failed. */
final class Tries {
    private static final int COUNT = 1_000;
    private static final String SEED = "tries.seed";

    private Tries() {}

    static void of(Consumer<Random> property) {
        seeds().forEach(seed -> assertThatNoException()
                .as("repeat with -D%s=%d", SEED, seed)
                .isThrownBy(() -> property.accept(new Random(seed))));
    }

    private static LongStream seeds() {
        Long asked = Long.getLong(SEED);
        return asked == null ? new Random().longs(COUNT) : LongStream.of(asked);
    }
}
