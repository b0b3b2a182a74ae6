package remfunnel.ingest.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import remfunnel.ApiVersion;
import remfunnel.Checkpoint;
import remfunnel.ConnectorState;
import remfunnel.FunnelConfig;
import remfunnel.SourceSettings;
import remfunnel.ingest.Shop;
import remfunnel.ingest.kafka.Entry;
import remfunnel.ingest.kafka.PartitionReader.Origin;
import remfunnel.schemas.Topics;
import remfunnel.simulator.OrderEdit;

/** A connector that was removed and made again, or whose history the topology tells again. */
class LivesOfConnectorsTest extends OneConnector {
    @Test
    void tellsWithEachEventTheRevisionThatItsLifeBeganUnder() {
        configured(7, Optional.empty());

        awaitEvents(5);

        assertThat(lives()).containsOnly(Optional.of(7L));
        assertThat(checkpoint().getLife()).isEqualTo(7);
    }

    @Test
    void keepsItsLifeWhenTheSourceIsReadAgain() {
        configured(7, Optional.empty());
        awaitEvents(5);

        var otherAddress = FunnelConfig.newBuilder(Shop.config(ID, ApiVersion.V1, 8));
        otherAddress.setSource(
                new SourceSettings(ApiVersion.V1, simulator.baseUrl().toString(), 1_000L, null));
        connectors.config(ID, Optional.of(otherAddress.build()), new Origin(2, Optional.of(7L)));
        awaitEvents(10);

        assertThat(lives()).containsOnly(Optional.of(7L));
        assertThat(checkpoint().getLife()).isEqualTo(7);
    }

    @Test
    void beginsAnotherLifeWhenTheRemovalBetweenWasMissed() {
        configured(7, Optional.empty());
        awaitEvents(5);
        var kept = checkpoint();
        restart();

        connectors.checkpoint(ID, Optional.of(kept), ANYWHERE);
        configured(12, Optional.of(11L));
        awaitEvents(5);

        assertThat(journal).contains(Entry.tombstone(Topics.CHECKPOINTS, ID));
        assertThat(lives()).containsOnly(Optional.of(12L));
    }

    @Test
    void endsALifeThatRunsWhenAnActivationTellsOfALaterOne() {
        configured(7, Optional.empty());
        awaitEvents(5);

        connectors.config(ID, Optional.of(Shop.config(ID, ApiVersion.V1, 12)), new Origin(2, Optional.of(11L)));
        awaitEvents(10);

        assertThat(lives()).endsWith(Optional.of(12L));
    }

    @Test
    void goesOnWithTheLifeThatItsCheckpointKeeps() {
        configured(7, Optional.empty());
        awaitEvents(5);
        var kept = checkpoint();
        restart();

        connectors.checkpoint(ID, Optional.of(kept), ANYWHERE);
        configured(12, Optional.of(7L));
        await().atMost(Duration.ofMinutes(3)).until(() -> state() == ConnectorState.CONNECTED);

        assertThat(values(Topics.ORDERS)).isEmpty();
        assertThat(checkpoint().getLife()).isEqualTo(7);
    }

    @Test
    void followsNothingThatATopologySaysAgainInAReplay() {
        configured(12, Optional.of(11L));
        awaitEvents(5);
        journal.clear();

        connectors.config(ID, Optional.of(Shop.config(ID, ApiVersion.V2, 7)), new Origin(2, Optional.of(0L)));
        connectors.config(ID, Optional.empty(), new Origin(3, Optional.of(11L)));
        connectors.config(ID, Optional.of(Shop.config(ID, ApiVersion.V1, 12)), new Origin(4, Optional.of(11L)));
        await().atMost(Duration.ofMinutes(3)).until(() -> state() == ConnectorState.CONNECTED);

        assertThat(values(Topics.STATUS)).allMatch(status -> status.getState() != ConnectorState.REMOVED);
        assertThat(journal).doesNotContain(Entry.tombstone(Topics.CHECKPOINTS, ID));
        assertThat(checkpoint().getLife()).isEqualTo(12);
    }

    @Test
    void keepsItsPositionThroughAReplayThatItSlept() {
        configured(12, Optional.of(11L));
        awaitEvents(5);
        var kept = checkpoint();
        restart();

        connectors.checkpoint(ID, Optional.of(kept), ANYWHERE);
        connectors.config(ID, Optional.empty(), new Origin(30, Optional.of(11L)));
        connectors.config(ID, Optional.of(Shop.config(ID, ApiVersion.V1, 12)), new Origin(31, Optional.of(11L)));
        connectors.begin();

        assertThat(journal).doesNotContain(Entry.tombstone(Topics.CHECKPOINTS, ID));
    }

    /** What stands before it on the topic has no life either: a number now would make readers forget that. */
    @Test
    void tellsNoLifeForAPositionFromBeforeLivesWereCounted() {
        configured(7, Optional.empty());
        awaitEvents(5);
        var old = Checkpoint.newBuilder(checkpoint()).setLife(-1).build();
        restart();

        connectors.checkpoint(ID, Optional.of(old), ANYWHERE);
        configured(12, Optional.of(0L));
        await().atMost(Duration.ofMinutes(3)).until(() -> state() == ConnectorState.CONNECTED);
        simulator.control().create(simulator.control().statuses().getFirst().id(), OrderEdit.NOTHING);
        awaitEvents(1);

        assertThat(lives()).containsExactly(Optional.empty());
    }
}
