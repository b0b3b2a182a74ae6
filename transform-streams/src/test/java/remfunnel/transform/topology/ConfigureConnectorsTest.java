package remfunnel.transform.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import remfunnel.ConnectorState;
import remfunnel.DictionaryEntry;
import remfunnel.DictionaryKind;
import remfunnel.Marker;
import remfunnel.StageSettings;
import remfunnel.schemas.Topics;

class ConfigureConnectorsTest {
    private final Lab lab = Lab.open();

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void putsAValidConfigurationInForceStampedWithItsRevision() {
        lab.configure(Given.config().setRevision(77).build());

        lab.configure(Given.config().setTitle("Другая").build());

        var active = lab.read(Topics.CONFIG_ACTIVE);
        assertThat(active).hasSize(2);
        assertThat(Lab.text(active.getLast().key())).isEqualTo("shop");
        var config = lab.decode(Topics.CONFIG_ACTIVE, active.getLast().value());
        assertThat(config.getRevision()).isEqualTo(1);
        assertThat(config.getTitle()).isEqualTo("Другая");
        assertThat(lab.settle().lastStatus().getState()).isEqualTo(ConnectorState.CONNECTED);
    }

    /** A moment that an operator wrote could be so far ahead that the broker refuses it for ever. */
    @Test
    void datesAnActiveConfigurationAsItsRecordNotAsItsUpdate() {
        lab.configure(
                Given.config().setUpdatedAt(Lab.START.plusSeconds(1_000_000)).build());

        assertThat(lab.read(Topics.CONFIG_ACTIVE).getFirst().timestamp()).isEqualTo(Lab.START.toEpochMilli());
    }

    @Test
    void leavesTheFormerInForceAndNamesEveryProblemOfAnInvalidOne() {
        lab.configure(Given.config().build()).observe(Given.order(1, Given.NEW, 10));
        var before = lab.table();
        lab.read(Topics.CONFIG_ACTIVE);

        lab.configure(Given.config()
                .setRevenue("total * (")
                .setStages(List.of(
                        new StageSettings("a", "A", Marker.SUCCESS, List.of(1L)),
                        new StageSettings("b", "B", Marker.SUCCESS, List.of(2L))))
                .build());

        var status = lab.settle().lastStatus();
        assertThat(status.getState()).isEqualTo(ConnectorState.CONFIG_REJECTED);
        assertThat(status.getRevision()).isEqualTo(1);
        assertThat(status.getMessage()).contains("revenue").contains("stages[1].marker");
        assertThat(lab.read(Topics.CONFIG_ACTIVE)).isEmpty();
        assertThat(lab.table()).isEqualTo(before);
    }

    @Test
    void staysRejectedWhileCountsChangeAndConnectsWithTheNextValidOne() {
        lab.configure(Given.config().build())
                .configure(Given.config().setTimeZone("Nowhere").build());

        lab.observe(Given.order(1, Given.NEW, 10)).settle();
        var whileRejected = lab.lastStatus();
        lab.configure(Given.config().build()).settle();

        assertThat(whileRejected.getState()).isEqualTo(ConnectorState.CONFIG_REJECTED);
        assertThat(whileRejected.getCounters()).containsEntry("orders", 1L);
        assertThat(lab.lastStatus().getState()).isEqualTo(ConnectorState.CONNECTED);
    }

    @Test
    void refusesAConfigurationUnderAnotherConnectorsKey() {
        lab.send(Topics.CONFIG, "other", lab.bytes(Topics.CONFIG, Given.config().build()));

        assertThat(lab.lastStatus().getState()).isEqualTo(ConnectorState.CONFIG_REJECTED);
        assertThat(lab.read(Topics.CONFIG_ACTIVE)).isEmpty();
    }

    @Test
    void writesNoFactAgainWhenAConfigurationMeansTheSame() {
        lab.configure(Given.config().build())
                .observe(Given.order(1, Given.NEW, 10))
                .settle();
        lab.newFacts();

        lab.configure(Given.config().setUpdatedBy("someone else").build()).settle();

        assertThat(lab.newFacts()).isEmpty();
        assertThat(lab.lastStatus().getRevision()).isEqualTo(1);
    }

    @Test
    void keepsFactsWhilePollingPauses() {
        lab.configure(Given.config().build())
                .observe(Given.order(1, Given.NEW, 10))
                .settle();
        lab.newFacts();

        lab.configure(Given.config().setEnabled(false).build()).settle();

        assertThat(lab.newFacts()).isEmpty();
        assertThat(lab.table()).hasSize(1);
    }

    /** What an earlier release put in force, this one may refuse. */
    @Test
    void leavesOrdersWhereTheyStandUnderAConfigurationInForceThatIsRefusedNow() {
        lab.configure(Given.config().build())
                .observe(Given.order(1, Given.NEW, 10))
                .settle();
        var before = lab.table();

        lab.putInForce(5, Given.config().setTimeZone("Nowhere").build())
                .observe(Given.order(1, Given.PAID, 20))
                .settle();

        assertThat(lab.table()).isEqualTo(before);
        assertThat(lab.lastStatus().getCounters())
                .containsEntry("in_funnel", 1L)
                .containsEntry("waiting", 0L);
    }

    /** The first configuration is always in force before the names of its account arrive. */
    @Test
    void judgesOrdersAgainOnceAnOwnFieldOfTheConfigurationInForceIsDefined() {
        lab.configure(Given.config().setDimensions(List.of("f7")).build())
                .observe(Given.order(5, Given.NEW, 10))
                .settle();
        int revisions = lab.read(Topics.CONFIG_ACTIVE).size();
        var before = lab.fact("shop/5");

        lab.name(new DictionaryEntry("shop", DictionaryKind.ORDER_FIELD, "f7", "Пробег", Map.of("type", "5"), false))
                .settle();

        assertThat(revisions).isEqualTo(1);
        assertThat(before.getDimensions()).containsEntry("f7", "5");
        assertThat(lab.fact("shop/5").getDimensions()).isEqualTo(Map.of("f7", "1970-01-01T00:00:00.005Z"));
        assertThat(lab.read(Topics.CONFIG_ACTIVE)).isEmpty();
    }

    @Test
    void acceptsAFormulaOnceTheTitleOfAnOwnFieldIsKnownAndKeepsItWhenTheFieldIsRenamed() {
        lab.configure(Given.config().setRevenue("[Пробег] * 2").build()).observe(Given.order(5, Given.NEW, 10));
        assertThat(lab.lastStatus().getState()).isEqualTo(ConnectorState.CONFIG_REJECTED);

        lab.name(Given.entry(DictionaryKind.ORDER_FIELD, "f7", "Пробег")).settle();
        lab.name(Given.entry(DictionaryKind.ORDER_FIELD, "f7", "Одометр"))
                .observe(Given.order(6, Given.NEW, 10))
                .settle();

        assertThat(lab.lastStatus().getState()).isEqualTo(ConnectorState.CONNECTED);
        assertThat(lab.fact("shop/5").getRevenue()).isEqualByComparingTo("10");
        assertThat(lab.fact("shop/6").getRevenue()).isEqualByComparingTo("12");
    }

    @Test
    void leavesTheTitleOfADeletedFieldToTheOneThatWasMadeInItsPlace() {
        lab.name(Given.entry(DictionaryKind.ORDER_FIELD, "f8", "Пробег"))
                .name(Given.deleted(Given.entry(DictionaryKind.ORDER_FIELD, "f8", "Пробег")))
                .name(Given.entry(DictionaryKind.ORDER_FIELD, "f7", "Пробег"))
                .configure(Given.config().setRevenue("[Пробег] * 2").build())
                .observe(Given.order(5, Given.NEW, 10))
                .settle();

        assertThat(lab.lastStatus().getState()).isEqualTo(ConnectorState.CONNECTED);
        assertThat(lab.fact("shop/5").getRevenue()).isEqualByComparingTo("10");
    }

    @Test
    void acceptsADeletedFieldByItsNameWithItsTypeButNotByItsTitle() {
        var field = new DictionaryEntry("shop", DictionaryKind.ORDER_FIELD, "f7", "Пробег", Map.of("type", "5"), true);
        lab.name(field)
                .configure(Given.config().setDimensions(List.of("f7")).build())
                .observe(Given.order(5, Given.NEW, 10))
                .settle();

        lab.configure(Given.config().setRevenue("[Пробег] * 2").build()).settle();

        assertThat(lab.lastStatus().getState()).isEqualTo(ConnectorState.CONFIG_REJECTED);
        assertThat(lab.fact("shop/5").getDimensions()).isEqualTo(Map.of("f7", "1970-01-01T00:00:00.005Z"));
    }
}
