package remfunnel.funnel.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts made to take all of the time, the stack or the memory. */
@Timeout(60)
class FormulaBombTest {
    private final Shop shop = Shop.withOneOrder();

    @ParameterizedTest
    @ValueSource(strings = {"(", "-", "total(", "max(", "not ", "if(", "[", "((", "-(", "abs(abs(", "1 - ("})
    void refusesWhatIsNestedWithoutEnd(String opening) {
        assertThat(shop.problems(opening.repeat(400))).isNotEmpty();
        assertThat(shop.problems(opening.repeat(1_000_000))).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("TOO_LONG");
            assertThat(problem.position()).isEqualTo(Limits.LENGTH);
        });
    }

    @Test
    void takesWhatIsNestedAsDeepAsTheLimitAndNoDeeper() {
        assertThat(shop.amount("(".repeat(64) + "1" + ")".repeat(64))).isEqualTo("1.0000");
        assertThat(shop.amount("-".repeat(64) + "1")).isEqualTo("1.0000");
        assertThat(shop.problems("(".repeat(65) + "1" + ")".repeat(65)))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("TOO_DEEP");
                    assertThat(problem.position()).isEqualTo(64);
                });
    }

    @Test
    void takesAsManyTokensAsTheLimitAndNoMore() {
        assertThat(shop.amount("1" + "+1".repeat(249))).isEqualTo("250.0000");
        assertThat(shop.problems("1" + "+1".repeat(250))).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("TOO_LONG");
            assertThat(problem.position()).isEqualTo(500);
        });
        assertThat(shop.amount("1" + " ".repeat(1999))).isEqualTo("1.0000");
        assertThat(shop.problems("1" + " ".repeat(2000))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"9999999999.9999999999", "0.0000000000000000000000000001", "123456789012345678901234567890"})
    void overflowsInsteadOfGrowing(String factor) {
        Formula product = shop.formula(factor + (" * " + factor).repeat(50));
        Formula quotient = shop.formula("1" + (" / " + factor).repeat(50));

        assertThat(product.evaluate(shop)).hasFieldOrPropertyWithValue("code", Outcome.OVERFLOW);
        assertThat(quotient.evaluate(shop))
                .satisfiesAnyOf(
                        outcome -> assertThat(outcome).hasFieldOrPropertyWithValue("code", Outcome.OVERFLOW),
                        outcome -> assertThat(outcome).isEqualTo(new Outcome.Amount(new BigDecimal("0.0000"))));
    }

    @Test
    void evaluatesTheCostliestFormulaOftenEnough() {
        Shop long34 = new Shop(Map.of("total", new BigDecimal("1.23456789012345678901234567890123456789")), Map.of());
        Formula formula = long34.formula("total" + " * total / 3".repeat(120));

        Outcome first = formula.evaluate(long34);

        assertThat(Duration.ofNanos(nanosOf(() -> formula.evaluate(long34), 100))
                        .toMillis())
                .isLessThan(2_000);
        assertThat(formula.evaluate(long34)).isEqualTo(first);
    }

    /** As small as that of the threads of {@code ./remfunnel up}. */
    @Test
    void needsNoMoreThanASmallStack() throws InterruptedException {
        String nested = "(1 + ".repeat(64) + "1" + ")".repeat(64);
        String chain = nested + " + 1".repeat((Limits.TOKENS - 64 * 4 - 1) / 2);
        AtomicReference<BigDecimal> amount = new AtomicReference<>(BigDecimal.ZERO);

        Thread thread = new Thread(null, () -> amount.set(shop.amount(chain)), "small", 512 * 1024);
        thread.start();
        thread.join();

        assertThat(amount.get()).isEqualTo("186.0000");
    }

    @Test
    void comparesUnknownNamesInBoundedTime() {
        String names = "abcdefgh".repeat(9);
        StringBuilder text = new StringBuilder("x");
        for (int i = 0; i < 25; i++) {
            text.append(" + ").append(names).append(i);
        }

        assertThat(shop.problems(text.toString())).hasSize(Limits.PROBLEMS);
    }

    private static long nanosOf(Runnable action, int times) {
        long start = System.nanoTime();
        for (int i = 0; i < times; i++) {
            action.run();
        }
        return System.nanoTime() - start;
    }
}
