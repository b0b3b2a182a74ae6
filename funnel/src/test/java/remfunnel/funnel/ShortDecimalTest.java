package remfunnel.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShortDecimalTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.00, 0",
        "650.00000, 650",
        "-12.50, -12.5",
        "1000, 1000",
        ".5, 0.5",
        "5., 5",
        "999999999999999999, 999999999999999999",
        "0.00000000000000001, 0.00000000000000001"
    })
    void readsWhatIsShortWithoutTrailingZeros(String literal, BigDecimal value) {
        assertThat(read(literal)).contains(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", ".", "1e3", "+1", " 1", "1.2.3", "١", "1000000000000000000", "12-3", "NaN"})
    void leavesTheRestToOthers(String literal) {
        assertThat(read(literal)).isEmpty();
    }

    @Test
    void agreesWithTheLongWayOnWhateverItReads() {
        var random = new Random(1);

        for (int i = 0; i < 100_000; i++) {
            var literal = random.ints(random.nextInt(22), 0, 13)
                    .mapToObj("0123456789.-e"::charAt)
                    .map(String::valueOf)
                    .collect(Collectors.joining());

            read(literal)
                    .ifPresent(value ->
                            assertThat(Decimals.parse(literal)).as(literal).contains(value));
        }
    }

    /** In the midst of other characters, as in a parser's buffer. */
    private static Optional<BigDecimal> read(String literal) {
        return ShortDecimal.read(("7" + literal + "7").toCharArray(), 1, literal.length());
    }
}
