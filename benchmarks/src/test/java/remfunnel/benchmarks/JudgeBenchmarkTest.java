package remfunnel.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import remfunnel.benchmarks.harness.Scale;
import remfunnel.benchmarks.judge.JudgeBenchmark;

class JudgeBenchmarkTest {
    @Test
    void measuresEveryVariantAndItsAllocation() throws Exception {
        var report = Main.run(new JudgeBenchmark(), Scale.TINY, System.err);

        assertThat(report.figures())
                .hasSize(14)
                .allSatisfy(figure -> assertThat(figure.value()).isPositive());
        assertThat(report.table()).contains("| whole order / bare parsing ");
    }
}
