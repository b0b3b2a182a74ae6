package remfunnel.transform.topology;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import remfunnel.ConnectorState;
import remfunnel.schemas.Keys;
import remfunnel.schemas.Topic;
import remfunnel.schemas.Topics;

class RejectsTest {
    private static final byte[] GARBAGE = {1, 2, 3};
    private static final byte[] NO_TEXT = {(byte) 0xff, (byte) 0xfe};

    private final Lab lab = Lab.open();

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void setsUndecodableOrdersAsideAndGoesOn() {
        lab.configure(Given.config().build());

        lab.send(Topics.ORDERS, "shop/1", GARBAGE);
        lab.observe(Given.order(2, Given.NEW, 10));

        var reject = reject();
        assertThat(Lab.text(reject.key())).isEqualTo("shop/1");
        assertThat(reject.value()).isEqualTo(GARBAGE);
        assertThat(Lab.header(reject, "topic")).isEqualTo("remonline.orders");
        assertThat(Lab.header(reject, "partition")).isEqualTo("0");
        assertThat(Lab.header(reject, "offset")).isEqualTo("0");
        assertThat(Lab.header(reject, "revision")).isEqualTo("0");
        assertThat(Lab.header(reject, "reason")).isNotBlank();
        assertThat(lab.table()).containsOnlyKeys("shop/2");
        assertThat(lab.settle().lastStatus().getCounters()).containsEntry("rejected", 1L);
    }

    /** Avro says of such a number that reading failed, as it would of a connection. */
    @Test
    void takesAnEndlessNumberForGarbageNotForARegistryThatIsAway() {
        byte[] endless = {0, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1};

        lab.send(Topics.ORDERS, "shop/1", endless);

        assertThat(reject().value()).isEqualTo(endless);
    }

    @Test
    void setsUnreadablePayloadsAsideAndKeepsWhatWasKnown() {
        lab.configure(Given.config().build()).observe(Given.order(1, Given.NEW, 10));
        var before = lab.table();

        lab.observe(Given.garbage(1, 20));

        assertThat(Lab.text(reject().key())).isEqualTo("shop/1");
        assertThat(lab.table()).isEqualTo(before);
    }

    @Test
    void setsAnEventAsideWhoseKeyIsAnothersOrNone() {
        var event = lab.bytes(Topics.ORDERS, Given.order(1, Given.NEW, 10));

        lab.send(Topics.ORDERS, Keys.order("shop", 2), event);
        assertThat(Lab.header(reject(), "reason")).contains("shop/1");
        lab.send(Topics.ORDERS, null, event);
        assertThat(reject().key()).isNull();
        lab.sendRaw(Topics.ORDERS, NO_TEXT, event);
        assertThat(reject().key()).isEqualTo(NO_TEXT);
        lab.send(Topics.ORDERS, "shop/1", null);
        assertThat(Lab.header(reject(), "reason")).contains("DELETED");
    }

    @Test
    void setsUndecodableNamesAside() {
        lab.send(Topics.DICTIONARIES, "shop/STATUS/1", GARBAGE);
        assertThat(Lab.header(reject(), "topic")).isEqualTo("remonline.dictionaries");

        lab.send(Topics.DICTIONARIES, "shop/COLOUR/1", null);
        assertThat(Lab.header(reject(), "reason")).contains("connector/KIND/id");
    }

    @Test
    void setsAnUndecodableConfigurationAsideAndTellsTheOperator() {
        lab.configure(Given.config().build());

        lab.send(Topics.CONFIG, "shop", GARBAGE);

        var reject = reject();
        assertThat(reject.value()).isEqualTo(GARBAGE);
        assertThat(Lab.header(reject, "topic")).isEqualTo("funnel.config");
        assertThat(Lab.header(reject, "offset")).isEqualTo("1");
        assertThat(lab.lastStatus().getState()).isEqualTo(ConnectorState.CONFIG_REJECTED);
    }

    @Test
    void setsTheBeginningOfAnOversizedConfigurationAside() {
        lab.sendRaw(Topics.CONFIG, Lab.utf8("shop"), new byte[8 * 1024 * 1024 - 100]);

        var reject = reject();
        assertThat(reject.value()).hasSize(StampedConfig.MAX_VALUE_BYTES + 1);
        assertThat(Lab.header(reject, "reason")).contains("larger than 1048576 bytes");
        assertThat(lab.lastStatus().getState()).isEqualTo(ConnectorState.CONFIG_REJECTED);
    }

    /** Compressed it may have come in small. */
    @Test
    void cutsWhatIsTooLargeForTheTopicOfRejects() {
        lab.sendRaw(Topics.ORDERS, new byte[1024 * 1024], new byte[Topic.MAX_RECORD_BYTES * 2]);

        var reject = reject();
        assertThat(reject.key().length + reject.value().length).isLessThan(Topic.MAX_RECORD_BYTES - 64 * 1024);
        assertThat(Lab.header(reject, "reason")).contains("cut");
    }

    @Test
    void setsConfigurationsAsideWhoseKeyIsNoConnector() {
        byte[] config = lab.bytes(Topics.CONFIG, Given.config().build());

        for (byte[] key : new byte[][] {null, NO_TEXT, Lab.utf8("Shop!")}) {
            lab.sendRaw(Topics.CONFIG, key, config);
            assertThat(reject().key()).isEqualTo(key);
        }

        assertThat(lab.read(Topics.CONFIG_ACTIVE)).isEmpty();
    }

    private TestRecord<byte[], byte[]> reject() {
        Topic<byte[]> topic = Topics.REJECTS;
        var rejects = lab.read(topic);
        assertThat(rejects).hasSize(1);
        return rejects.getFirst();
    }
}
