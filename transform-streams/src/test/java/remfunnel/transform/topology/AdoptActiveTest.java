package remfunnel.transform.topology;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import remfunnel.DictionaryKind;
import remfunnel.FunnelConfig;
import remfunnel.schemas.LifeHeader;
import remfunnel.schemas.Topics;

/** A replay, which meets configurations, names and what was in force in any order. */
class AdoptActiveTest {
    private static final FunnelConfig BY_TITLE =
            Given.config().setRevenue("[Пробег] * 2").build();

    private final Lab live = Lab.open();
    private final Lab replay = Lab.open();

    @AfterEach
    void close() {
        live.close();
        replay.close();
    }

    @Test
    void understandsTitlesAsTheyWereMeantThoughTheFieldIsCalledOtherwiseNow() {
        live.name(Given.entry(DictionaryKind.ORDER_FIELD, "f7", "Пробег"))
                .configure(BY_TITLE)
                .observe(Given.order(5, Given.NEW, 10));
        live.name(Given.entry(DictionaryKind.ORDER_FIELD, "f7", "Одометр")).settle();

        replay.name(Given.entry(DictionaryKind.ORDER_FIELD, "f7", "Одометр"))
                .configure(BY_TITLE)
                .observe(Given.order(5, Given.NEW, 10));
        replay.send(Topics.CONFIG_ACTIVE, lastActive(live));
        replay.settle();

        assertThat(replay.table()).isEqualTo(live.table()).containsOnlyKeys("shop/5");
    }

    /** The shop deletes f7 and makes f9 of the same title: first as it was meant, then as it is called now, live and in a replay. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void understandsTheTitleOfADeletedFieldTheSameInAReplay(boolean isMadeAgain) {
        var mileage = Given.entry(DictionaryKind.ORDER_FIELD, "f7", "Пробег");
        var again = Given.entry(DictionaryKind.ORDER_FIELD, isMadeAgain ? "f9" : "f8", isMadeAgain ? "Пробег" : "Цвет");
        live.name(mileage).configure(BY_TITLE).observe(Given.order(5, Given.NEW, 10));
        live.name(again).name(Given.deleted(mileage)).settle();

        replay.name(Given.deleted(mileage)).name(again).configure(BY_TITLE).observe(Given.order(5, Given.NEW, 10));
        replay.send(Topics.CONFIG_ACTIVE, lastActive(live));
        replay.settle();

        assertThat(replay.table()).isEqualTo(live.table()).containsOnlyKeys("shop/5");
        assertThat(live.fact("shop/5").getRevenue() == null).isEqualTo(isMadeAgain);
    }

    @Test
    void understandsTitlesBeforeAnyFieldIsKnown() {
        live.name(Given.entry(DictionaryKind.ORDER_FIELD, "f7", "Пробег"))
                .configure(BY_TITLE)
                .observe(Given.order(5, Given.NEW, 10))
                .settle();

        replay.send(Topics.CONFIG_ACTIVE, lastActive(live));
        replay.observe(Given.order(5, Given.NEW, 10))
                .name(Given.entry(DictionaryKind.ORDER_FIELD, "f7", "Пробег"))
                .settle();

        assertThat(replay.table()).isEqualTo(live.table()).containsOnlyKeys("shop/5");
    }

    @Test
    void saysWhatAFieldIsCalledNowWhereTheConfigurationFitsThatToo() {
        live.name(Given.entry(DictionaryKind.ORDER_FIELD, "f7", "Пробег"))
                .name(Given.entry(DictionaryKind.ORDER_FIELD, "f8", "Пробка"))
                .configure(BY_TITLE);
        int before = live.read(Topics.CONFIG_ACTIVE).size();

        live.name(Given.entry(DictionaryKind.ORDER_FIELD, "f8", "Пробки"));

        assertThat(before).isEqualTo(1);
        assertThat(FieldsHeader.read(lastActive(live).headers()).orElseThrow().byName())
                .hasEntrySatisfying("f8", field -> assertThat(field.title()).isEqualTo("Пробки"));
    }

    @Test
    void anOlderConfigurationThatIsMetFirstDoesNotStandBehindTheOneInForce() {
        live.configure(Given.config().build())
                .configure(Given.config().setRevenue("total + 1").build())
                .observe(Given.order(5, Given.NEW, 10))
                .settle();
        var inForce = lastActive(live);

        replay.configure(Given.config().build());
        replay.send(Topics.CONFIG_ACTIVE, inForce);
        replay.observe(Given.order(5, Given.NEW, 10)).settle();

        assertThat(replay.table()).isEqualTo(live.table());
        assertThat(lastActive(replay)).isEqualTo(inForce);
    }

    @Test
    void aRemovalThatIsMetFirstDoesNotStandBehindTheOneInForce() {
        live.configure(Given.config().build())
                .remove("shop")
                .configure(Given.config().build())
                .settle();
        var inForce = lastActive(live);

        replay.configure(Given.config().build()).remove("shop");
        replay.send(Topics.CONFIG_ACTIVE, inForce);

        assertThat(lastActive(replay)).isEqualTo(inForce);
    }

    @Test
    void theLifeThatTheRecordTellsEndsTheFormerThoughItsConfigurationIsKnownAlready() {
        var later = active(Given.config().setRevision(6).build(), 5);
        replay.send(Topics.CONFIG_ACTIVE, active(Given.config().setRevision(6).build(), 0));
        replay.observe(Given.order(1, Given.NEW, 10), 0).settle();
        assertThat(replay.table()).containsOnlyKeys("shop/1");

        replay.send(Topics.CONFIG_ACTIVE, later);
        replay.settle();

        assertThat(replay.table()).isEmpty();
        assertThat(LifeHeader.read(lastActive(replay).headers())).contains(5L);
    }

    @Test
    void aRecordFromBeforeItsLifeWasToldIsAdoptedAfterTheOrdersOfThatLife() {
        replay.observe(Given.order(1, Given.NEW, 10), 5);

        replay.send(Topics.CONFIG_ACTIVE, active(Given.config().setRevision(7).build(), 0));
        replay.settle();

        assertThat(replay.table()).containsOnlyKeys("shop/1");
    }

    private TestRecord<byte[], byte[]> active(FunnelConfig config, long life) {
        var record = new TestRecord<>(Lab.utf8("shop"), replay.bytes(Topics.CONFIG_ACTIVE, config), Lab.START);
        LifeHeader.write(record.headers(), life);
        return record;
    }

    private static TestRecord<byte[], byte[]> lastActive(Lab lab) {
        return lab.read(Topics.CONFIG_ACTIVE).getLast();
    }
}
