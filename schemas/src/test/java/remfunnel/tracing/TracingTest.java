package remfunnel.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TracingTest {
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static final int MANY = 200_000;

    @Test
    void nothingIsMadeWhereItIsOff() {
        var headers = new RecordHeaders();
        headers.add("life", new byte[] {1});
        work(headers);
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();

        for (int i = 0; i < MANY; i++) {
            work(headers);
        }

        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(MANY);
    }

    private static void work(RecordHeaders headers) {
        try (var work = Tracing.OFF.follow(TraceParent.read(headers), "judge")) {
            work.connector("shop").order(7).with("remfunnel.outcome", "stale");
            assertThatNothingIsTold(work);
        }
    }

    private static void assertThatNothingIsTold(Work work) {
        if (work.isSeen() || work.parent().isPresent()) {
            throw new AssertionError("it is off, and yet traced");
        }
    }

    @Test
    void aCollectorThatIsAwayCostsNobodyTime() throws Exception {
        assertThat(timeOfManySpans(freePort())).isLessThan(Duration.ofMinutes(1));
    }

    private static int freePort() throws IOException {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    @Test
    void aCollectorThatNeverAnswersCostsNobodyTime() throws Exception {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(timeOfManySpans(silent.getLocalPort())).isLessThan(Duration.ofMinutes(1));
        }
    }

    private static Duration timeOfManySpans(int port) {
        long began = System.nanoTime();
        try (var tracing = Tracing.of(settings("http://127.0.0.1:" + port, 1.0), "test")) {
            for (int i = 0; i < MANY; i++) {
                tracing.begin("judge").order(i).close();
            }
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    @Test
    void whatIsBegunWithinWorkIsOfItsTrace() {
        try (var tracing = Tracing.of(settings("http://127.0.0.1:1", 1.0), "test");
                var outer = tracing.begin("poll");
                var inner = tracing.begin("publish")) {
            assertThat(trace(inner)).isEqualTo(trace(outer));
            assertThat(inner.parent()).isNotEqualTo(outer.parent());
        }
    }

    @Test
    void whatAnotherServiceBeganIsGoneOnWith() {
        var parent = read(TRACE);

        try (var tracing = Tracing.of(settings("http://127.0.0.1:1", 0.0), "test");
                var work = tracing.follow(parent, "judge")) {
            assertThat(trace(work)).isEqualTo(TRACE.substring(3, 35));
            assertThat(work.isSeen()).isTrue();
        }
    }

    @Test
    void aTraceThatIsNotKeptIsToldSo() {
        try (var tracing = Tracing.of(settings("http://127.0.0.1:1", 0.0), "test");
                var work = tracing.begin("poll")) {
            assertThat(work.isSeen()).isFalse();
            assertThat(work.parent().orElseThrow().text()).matches(".*-0[02]");
        }
    }

    @Test
    void aHeaderIsReadAsItWasWritten() {
        var headers = new RecordHeaders();
        read(TRACE).orElseThrow().write(headers);

        assertThat(headers.lastHeader("traceparent").value()).isEqualTo(TRACE.getBytes(StandardCharsets.US_ASCII));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "garbage",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
                "00-0AF7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "01-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
            })
    void whatIsNoTraceIsNotRead(String text) {
        assertThat(read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:4318", "http://me:secret@collector:4318", "/v1/traces"})
    void anEndpointThatCannotBeRightIsRefused(String endpoint) {
        assertThatThrownBy(() -> settings(endpoint, 1.0))
                .hasMessageContaining("remfunnel.tracing.endpoint")
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void aRatioIsFromZeroToOne(double ratio) {
        assertThatThrownBy(() -> settings("http://localhost:4318", ratio)).hasMessageContaining("from 0 to 1");
    }

    private static TracingSettings settings(String endpoint, double ratio) {
        return new TracingSettings(URI.create(endpoint), ratio);
    }

    private static Optional<TraceParent> read(String text) {
        var headers = new RecordHeaders();
        headers.add("traceparent", text.getBytes(StandardCharsets.UTF_8));
        return TraceParent.read(headers);
    }

    private static String trace(Work work) {
        return work.parent().orElseThrow().text().substring(3, 35);
    }
}
