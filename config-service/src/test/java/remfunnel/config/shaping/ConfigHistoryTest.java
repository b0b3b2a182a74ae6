package remfunnel.config.shaping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import remfunnel.AuditEntry;
import remfunnel.FunnelConfig;
import remfunnel.config.document.Documents;
import remfunnel.schemas.Topics;

class ConfigHistoryTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final ConfigHistory history = new ConfigHistory();

    /** Avro copies only records of classes that it is told to trust, as the topics do. */
    @BeforeAll
    static void knowTheTopics() {
        assertThat(Topics.ALL).contains(Topics.CONFIG);
    }

    private void wrote(String by, String title, long revision) {
        history.configuration(
                "shop",
                Optional.of(FunnelConfig.newBuilder(Documents.config(Documents.example()))
                        .setTitle(title)
                        .setUpdatedBy(by)
                        .setUpdatedAt(START.plusSeconds(revision))
                        .build()),
                revision);
    }

    private void did(String method, String path, int status) {
        Instant at = START.plusSeconds(1000);
        history.deed(at + path + method, new AuditEntry(at, "olga", method, path, status, "::1"));
    }

    @Test
    void tellsWhoChangedWhatTheNewestFirst() {
        wrote("vera", "Shop", 3);
        wrote("olga", "Repairs", 7);

        var entries = history.entries("shop");

        assertThat(entries).extracting(HistoryEntry::kind).containsExactly("changed", "created");
        assertThat(entries.getFirst().by()).isEqualTo("olga");
        assertThat(entries.getFirst().before().orElseThrow()).containsEntry("title", "Shop");
        assertThat(entries.getFirst().configuration().orElseThrow()).containsEntry("title", "Repairs");
    }

    @Test
    void beginsAnewAfterARemoval() {
        wrote("vera", "Shop", 3);
        history.configuration("shop", Optional.empty(), 4);
        wrote("vera", "Shop", 5);

        assertThat(history.entries("shop")).extracting(HistoryEntry::kind).containsExactly("created", "created");
    }

    @Test
    void tellsOfRemovalsAndKeysAsTheTrailHasThem() {
        did("DELETE", "/api/connectors/shop", 200);
        did("PUT", "/api/connectors/shop/credentials", 200);
        did("PUT", "/api/connectors/shop/credentials", 403);
        did("DELETE", "/api/connectors/shop/draft", 204);

        assertThat(history.entries("shop")).extracting(HistoryEntry::kind).containsExactlyInAnyOrder("removed", "key");
    }

    @Test
    void saysTheSameWhenTheTopicIsReadAgain() {
        wrote("vera", "Shop", 3);
        wrote("vera", "Shop", 3);

        assertThat(history.entries("shop")).hasSize(1);
    }

    @Test
    void keepsNoMoreThanAnyoneLooksAt() {
        for (int revision = 0; revision < ConfigHistory.KEPT + 5; revision++) {
            wrote("vera", "Shop", revision);
        }

        assertThat(history.entries("shop")).hasSize(ConfigHistory.KEPT);
    }

    @Test
    void knowsARevisionWhateverWasDoneSince() {
        wrote("vera", "Shop", 3);
        wrote("olga", "Repairs", 7);
        history.configuration("shop", Optional.empty(), 9);

        var second = history.entry("shop", 7).orElseThrow();

        assertThat(second.by()).isEqualTo("olga");
        assertThat(second.before().orElseThrow()).containsEntry("title", "Shop");
        assertThat(history.entry("shop", 3).orElseThrow().kind()).isEqualTo("created");
        assertThat(history.entry("shop", 5)).isEmpty();
        assertThat(history.entry("shop", 9)).isEmpty();
        assertThat(history.entry("other", 3)).isEmpty();
    }

    @Test
    void offersWhatWasRemovedAsItWasLast() {
        wrote("vera", "Shop", 3);
        wrote("olga", "Repairs", 4);
        history.configuration("shop", Optional.empty(), 5);
        did("DELETE", "/api/connectors/shop", 200);

        var removed = history.removed();

        assertThat(removed).hasSize(1);
        assertThat(removed.getFirst().configuration()).containsEntry("title", "Repairs");
        assertThat(removed.getFirst().removedAt()).contains(START.plusSeconds(1000));
    }

    @Test
    void offersNothingThatIsThere() {
        wrote("vera", "Shop", 3);
        history.configuration("shop", Optional.empty(), 4);
        wrote("vera", "Shop", 5);
        did("DELETE", "/api/connectors/never-seen", 200);

        assertThat(history.removed()).isEmpty();
    }
}
