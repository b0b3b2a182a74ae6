package remfunnel.ingest.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import remfunnel.ApiVersion;
import remfunnel.ConnectorState;
import remfunnel.ConnectorStatus;
import remfunnel.ingest.kafka.Entry;
import remfunnel.ingest.polling.Attempt;
import remfunnel.ingest.polling.Connector;
import remfunnel.ingest.polling.Count;
import remfunnel.ingest.polling.Position;
import remfunnel.ingest.polling.Setback;
import remfunnel.ingest.polling.Tally;
import remfunnel.schemas.Topics;
import remfunnel.tracing.Tracing;

class StatusBoardTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Connector CONNECTOR =
            new Connector("shop", ApiVersion.V1, "V1 ", Connector.BEFORE_ANY_ORDER, false, 0, 0);

    private final List<Entry<?>> journal = new ArrayList<>();
    private final Tally tally = new Tally();
    private final StatusBoard board = new StatusBoard(
            new ConnectorLedger("shop", journal::addAll, Optional.of(Position.begin(CONNECTOR, NOON)), Tracing.OFF),
            new StatusBoard.Figures(tally, new ConnectorMeters(new SimpleMeterRegistry(), "shop", tally)),
            new LoopSettings(null, null, Duration.ofSeconds(1), Duration.ofSeconds(1)),
            InstantSource.fixed(NOON));

    /** Avro trusts our records once the topics are known. */
    @BeforeAll
    static void knowTopics() {
        assertThat(Topics.ALL).isNotEmpty();
    }

    @Test
    void saysWhatHoldsUpHistoryWhileLivePollingGoesOn() {
        board.turned(new Attempt.Got<>("a poll"));

        board.historyTurned(missed("The pages do not add up."));

        assertThat(shown().getState()).isEqualTo(ConnectorState.SYNCING);
        assertThat(shown().getMessage())
                .isEqualTo("History waits: The pages do not add up. Not reached since 2026-01-01T12:00:00Z;"
                        + " it is tried again by itself.");
        assertThat(tally.of(Count.SETBACKS)).isEqualTo(1);
        assertThat(shown().getCause()).isEqualTo("AWAY");
        assertThat(shown().getSince()).isEqualTo(NOON);

        board.historyTurned(new Attempt.Got<>("a window"));

        assertThat(shown().getMessage()).isEmpty();
        assertThat(shown().getCause()).isNull();
        assertThat(shown().getSince()).isNull();
    }

    @Test
    void whatHoldsUpLivePollingComesFirst() {
        board.historyTurned(missed("History is away."));

        board.turned(missed("All is away"));

        assertThat(shown().getState()).isEqualTo(ConnectorState.SOURCE_UNREACHABLE);
        assertThat(shown().getMessage()).startsWith("All is away. Not reached since");
        assertThat(shown().getCause()).isEqualTo("AWAY");
    }

    @Test
    void tellsForProgramsWhyNoLoopRuns() {
        board.cannotBegin(Obstacle.NO_KEY, "There is no key yet.");

        assertThat(shown().getState()).isEqualTo(ConnectorState.KEY_REFUSED);
        assertThat(shown().getCause()).isEqualTo("NO_KEY");
    }

    private static Attempt<Object> missed(String why) {
        return new Attempt.Missed<>(new Setback(Setback.Cause.AWAY, why, Optional.empty()));
    }

    private ConnectorStatus shown() {
        return (ConnectorStatus) journal.getLast().value().orElseThrow();
    }
}
