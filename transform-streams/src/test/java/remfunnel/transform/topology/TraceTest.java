package remfunnel.transform.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import remfunnel.OrderEvent;
import remfunnel.schemas.Keys;
import remfunnel.schemas.Topics;

/** The trace that an event bears, on what is derived of it. */
class TraceTest {
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @Test
    void aFactBearsTheTraceOfItsEvent() {
        try (var lab = Lab.open()) {
            observe(lab.configure(Given.config().build()), TRACE);

            assertThat(lab.newFacts())
                    .hasSize(1)
                    .allSatisfy(
                            fact -> assertThat(Lab.header(fact, "traceparent")).isEqualTo(TRACE));
            assertThat(lab.records(Topics.TRANSITIONS))
                    .isNotEmpty()
                    .allSatisfy(
                            each -> assertThat(Lab.header(each, "traceparent")).isEqualTo(TRACE));
        }
    }

    @Test
    void aReplayWritesTheSameBytesAndHeaders() {
        assertThat(run()).isNotEmpty().isEqualTo(run());
    }

    private static List<String> run() {
        try (var lab = Lab.open()) {
            observe(lab.configure(Given.config().build()), TRACE);
            return Stream.of(Topics.FACTS, Topics.TRANSITIONS, Topics.TOTALS)
                    .flatMap(topic -> lab.read(topic).stream())
                    .map(each -> Arrays.toString(each.key()) + Arrays.toString(each.value()) + each.headers())
                    .toList();
        }
    }

    @Test
    void whatBearsNoTraceIsWrittenAsEver() {
        try (var lab = Lab.open()) {
            observe(lab.configure(Given.config().build()), "no trace at all");

            assertThat(lab.newFacts())
                    .hasSize(1)
                    .allSatisfy(fact -> assertThat(fact.headers())
                            .extracting(header -> header.key())
                            .containsExactly("revision", "partition", "offset", "cause"));
        }
    }

    private static void observe(Lab lab, String trace) {
        OrderEvent event = Given.order(7, Given.NEW, 3);
        var headers = new RecordHeaders();
        headers.add("traceparent", Lab.utf8(trace));
        lab.send(
                Topics.ORDERS,
                new TestRecord<>(
                        Lab.utf8(Keys.order(event.getConnectorId(), event.getOrderId())),
                        lab.bytes(Topics.ORDERS, event),
                        headers,
                        Lab.START));
    }
}
