package remfunnel.ingest.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import remfunnel.ApiVersion;
import remfunnel.ConnectorState;
import remfunnel.FunnelConfig;
import remfunnel.SourceSettings;
import remfunnel.ingest.Shop;
import remfunnel.ingest.kafka.PartitionReader.Origin;
import remfunnel.schemas.Topics;

/** What a connector shows of itself. */
class ConnectorsTest extends OneConnector {
    @Test
    void showsAsRemovedAConnectorThatNeverPolled() {
        connectors.config(ID, Optional.of(Shop.config(ID, ApiVersion.V1, 7)), ANYWHERE);
        connectors.begin();
        var before = state();

        connectors.config(ID, Optional.empty(), new Origin(1, Optional.empty()));

        assertThat(before).isEqualTo(ConnectorState.KEY_REFUSED);
        assertThat(state()).isEqualTo(ConnectorState.REMOVED);
        assertThat(registry.find("remfunnel.connector.state").gauges())
                .isNotEmpty()
                .allSatisfy(gauge -> assertThat(gauge.value()).isZero());
    }

    @Test
    void saysOfWhichKeyItSpeaks() {
        connectors.config(ID, Optional.of(Shop.config(ID, ApiVersion.V1, 7)), ANYWHERE);
        connectors.begin();
        var without = values(Topics.STATUS).getLast();
        var secret = secret();

        connectors.secret(ID, Optional.of(secret), ANYWHERE);

        await().atMost(Duration.ofMinutes(3)).until(() -> state() != ConnectorState.KEY_REFUSED);
        assertThat(without.getCounters()).doesNotContainKey("key_stored_at_ms");
        assertThat(values(Topics.STATUS).getLast().getCounters())
                .containsEntry("key_stored_at_ms", secret.getUpdatedAt().toEpochMilli());
    }

    @Test
    void showsAsRemovedAConnectorWhoseRemovalWasMissed() {
        connectors.config(ID, Optional.of(Shop.config(ID, ApiVersion.V1, 7)), ANYWHERE);
        connectors.begin();
        var shown = values(Topics.STATUS).getLast();
        restart();

        connectors.status(ID + "/INGEST", Optional.of(shown), ANYWHERE);
        connectors.begin();

        assertThat(state()).isEqualTo(ConnectorState.REMOVED);
    }

    @Test
    void saysOnlyOnceThatAConnectorIsRemoved() {
        connectors.config(ID, Optional.of(Shop.config(ID, ApiVersion.V1, 7)), ANYWHERE);
        connectors.begin();
        connectors.config(ID, Optional.empty(), new Origin(1, Optional.empty()));
        var shown = values(Topics.STATUS).getLast();
        restart();

        connectors.status(ID + "/INGEST", Optional.of(shown), ANYWHERE);
        connectors.config(ID, Optional.empty(), new Origin(1, Optional.empty()));
        connectors.begin();

        assertThat(journal).isEmpty();
    }

    @Test
    void readsNamesInTheirOwnRhythmHoweverRarelyItPolls() {
        var rarely = FunnelConfig.newBuilder(Shop.config(ID, ApiVersion.V1, 7));
        rarely.setSource(new SourceSettings(ApiVersion.V1, null, 3_600_000L, null));
        connectors.secret(ID, Optional.of(secret()), ANYWHERE);
        connectors.config(ID, Optional.of(rarely.build()), ANYWHERE);
        connectors.begin();
        awaitEvents(5);
        var status = simulator.control().statuses().getFirst();

        simulator.control().renameStatus(status.id(), "Другое имя");

        await().atMost(Duration.ofMinutes(3))
                .until(() -> values(Topics.DICTIONARIES).stream()
                        .anyMatch(name -> name.getName().equals("Другое имя")));
    }

    @Test
    void showsNoProgressBeforeTheSourceHasCounted() {
        configured(7, Optional.empty());
        awaitEvents(5);

        assertThat(values(Topics.STATUS))
                .filteredOn(status -> status.getState() == ConnectorState.SYNCING)
                .isNotEmpty()
                .allSatisfy(status -> assertThat(status.getProgress())
                        .satisfiesAnyOf(
                                progress -> assertThat(progress).isNull(),
                                progress -> assertThat(progress.getTotal()).isPositive()));
    }
}
