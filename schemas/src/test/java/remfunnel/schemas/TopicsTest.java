package remfunnel.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TopicsTest {

    @Test
    void keepsTheNamesThatConsumersDependOn() {
        assertThat(Topics.ALL)
                .extracting(Topic::name)
                .containsExactly(
                        "funnel.config",
                        "funnel.config.active",
                        "funnel.credentials",
                        "funnel.status",
                        "remonline.orders",
                        "remonline.dictionaries",
                        "ingest.checkpoints",
                        "funnel.facts",
                        "funnel.transitions",
                        "funnel.totals",
                        "funnel.rejects",
                        "config.users",
                        "config.tokens",
                        "config.audit",
                        "config.drafts",
                        "config.statuses-seen");
    }

    @Test
    void keepsEarlierConfigurationsForTheirHistory() {
        assertThat(Topics.CONFIG.settings())
                .containsEntry("cleanup.policy", "compact")
                .containsEntry("min.compaction.lag.ms", "315360000000");
    }

    @Test
    void keepsOrdersForEver() {
        assertThat(Topics.ORDERS.settings())
                .containsEntry("cleanup.policy", "delete")
                .containsEntry("retention.ms", "-1")
                .containsEntry("retention.bytes", "-1");
    }

    @Test
    void keepsRejectsForThirtyDays() {
        assertThat(Topics.REJECTS.settings()).containsEntry("retention.ms", "2592000000");
    }

    @Test
    void takesRecordsWhoseSourceHasAClockThatIsAhead() {
        assertThat(Topics.ALL)
                .allSatisfy(topic -> assertThat(topic.settings())
                        .containsEntry("message.timestamp.after.max.ms", "9223372036854775807"));
    }

    @Test
    void putsRevisionsInOneOrder() {
        assertThat(Topics.CONFIG.partitions(6)).isEqualTo(1);
        assertThat(Topics.CONFIG_ACTIVE.partitions(6)).isEqualTo(6);
    }
}
