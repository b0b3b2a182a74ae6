package remfunnel.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import remfunnel.benchmarks.harness.Figure;
import remfunnel.benchmarks.harness.Scale;
import remfunnel.benchmarks.latency.LatencyBenchmark;
import remfunnel.benchmarks.restatement.RestatementBenchmark;
import remfunnel.benchmarks.transform.TransformBenchmark;

@Execution(ExecutionMode.CONCURRENT)
class BenchmarksIT {
    @Test
    void measuresTheTransformBesideItsPeers() throws Exception {
        var report = Main.run(new TransformBenchmark(), Scale.TINY, System.err);

        assertThat(report.figures()).hasSize(27).allSatisfy(BenchmarksIT::isMeasured);
        assertThat(report.table()).contains("| remfunnel / textbook, foreign-key join ");
    }

    @Test
    void measuresWhatARestatementDoesToLiveOrders() throws Exception {
        var report = Main.run(new RestatementBenchmark(), Scale.TINY, System.err);

        assertThat(report.figures())
                .hasSize(13)
                .allSatisfy(figure -> assertThat(figure.value()).isPositive());
        assertThat(report.figures())
                .extracting(Figure::what)
                .contains("facts written, some in another stage", "full replay, with the start of the service");
    }

    @Test
    void measuresHowLongAChangeTakesToBeAFact() throws Exception {
        var report = Main.run(new LatencyBenchmark(), Scale.TINY, System.err);

        assertThat(report.figures())
                .hasSize(5)
                .allSatisfy(figure -> assertThat(figure.value()).isPositive());
        assertThat(report.table()).contains("| changes ");
    }

    /** So few events may take less CPU than the kernel counts by. */
    private static void isMeasured(Figure figure) {
        if (figure.what().contains("CPU")) {
            assertThat(figure.value()).isNotNegative();
        } else {
            assertThat(figure.value()).isPositive();
        }
    }
}
