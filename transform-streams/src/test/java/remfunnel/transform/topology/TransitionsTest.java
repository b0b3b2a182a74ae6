package remfunnel.transform.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import remfunnel.Direction;
import remfunnel.Marker;
import remfunnel.Precision;
import remfunnel.StageSettings;
import remfunnel.StageTransition;
import remfunnel.schemas.Topics;

class TransitionsTest {
    private final Lab lab = Lab.open();

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void tellEveryEntryIntoAStage() {
        lab.configure(Given.config().build()).settle();

        move(1, Given.NEW, Given.WORK, Given.PAID, Given.WORK);

        assertThat(lab.values(Topics.TRANSITIONS).values())
                .extracting(StageTransition::getDirection)
                .containsExactly(Direction.ENTER, Direction.FORWARD, Direction.FORWARD, Direction.REOPEN);
        var last = lab.values(Topics.TRANSITIONS).get("shop/1/3");
        assertThat(last.getFromStageId()).isEqualTo("paid");
        assertThat(last.getFromMarker()).isEqualTo(Marker.SUCCESS);
        assertThat(last.getPrecision()).isEqualTo(Precision.BOUNDED);
        assertThat(last.getEnteredAfter()).isEqualTo(Given.minute(30).plusSeconds(5));
        assertThat(last.getEnteredBy()).isEqualTo(Given.minute(40));
        assertThat(last.getDwellMs()).isEqualTo((20 * 60 - 5) * 1_000L);
        assertThat(last.getFirstEntry()).isFalse();
    }

    @Test
    void sayWhatLedToThem() {
        lab.configure(Given.config().build()).settle();

        move(1, Given.NEW, Given.WORK);

        var written = lab.read(Topics.TRANSITIONS);
        assertThat(written).hasSize(2);
        assertThat(Lab.header(written.getLast(), "cause")).isEqualTo("EVENT");
        assertThat(Lab.header(written.getLast(), "revision")).isEqualTo("0");
        assertThat(Lab.header(written.getLast(), "offset")).isEqualTo("1");
    }

    @Test
    void areRestatedByANewStageMapAndOnlyWhereItChangesThem() {
        lab.configure(Given.config().build()).settle();
        move(1, Given.NEW, Given.WORK, Given.PAID);
        move(2, Given.NEW, Given.PAID);
        var written = lab.records(Topics.TRANSITIONS);
        int former = written.size();

        lab.configure(Given.config()
                        .setStages(List.of(
                                new StageSettings(
                                        "inquiry", "Обращения", Marker.INITIAL, List.of(Given.NEW, Given.WORK)),
                                new StageSettings("paid", "Оплачен", Marker.SUCCESS, List.of(Given.PAID))))
                        .build())
                .settle();

        lab.records(Topics.TRANSITIONS);
        assertThat(written.subList(former, written.size()))
                .extracting(each -> Lab.text(each.key()))
                .containsExactly("shop/1/1", "shop/1/2");
        assertThat(written.getLast().value()).isNull();
        assertThat(Lab.header(written.getLast(), "cause")).isEqualTo("CONFIG");
        Sums.check(lab);
    }

    @Test
    void goWithTheFact() {
        lab.configure(Given.config().build()).settle();
        move(1, Given.NEW, Given.WORK);
        move(2, Given.NEW, Given.WORK);

        lab.observe(Given.gone(1, 90));
        assertThat(lab.table(Topics.TRANSITIONS)).containsOnlyKeys("shop/2/0", "shop/2/1");
        lab.remove("shop").settle();

        assertThat(lab.table(Topics.TRANSITIONS)).isEmpty();
        assertThat(lab.table(Topics.TOTALS)).isEmpty();
    }

    @Test
    void areNotWrittenAgainForWhatIsRepeatedOrComesLate() {
        lab.configure(Given.config().build()).settle();
        move(1, Given.NEW, Given.WORK);
        lab.read(Topics.TRANSITIONS);
        lab.read(Topics.TOTALS);

        lab.observe(Given.order(1, Given.WORK, 20))
                .observe(Given.order(1, Given.PAID, 15))
                .observe(Given.order(1, Given.NEW, 10));

        assertThat(lab.read(Topics.TRANSITIONS)).isEmpty();
        assertThat(lab.read(Topics.TOTALS)).isEmpty();
    }

    @Test
    void ofALoopAreBoundedAndTheFactSaysSo() {
        lab.configure(Given.config().build()).settle();
        loop(lab, 0, 1_100);
        var written = lab.records(Topics.TRANSITIONS);
        int former = written.size();

        lab.observe(Given.order(1, Given.PAID, 2_000)).tick();

        lab.records(Topics.TRANSITIONS);
        assertThat(written.subList(former, written.size()))
                .extracting(each -> Lab.text(each.key()))
                .containsExactly("shop/1/500", "shop/1/501");
        assertThat(lab.values(Topics.TRANSITIONS))
                .hasSize(501)
                .hasEntrySatisfying(
                        "shop/1/500", last -> assertThat(last.getToStageId()).isEqualTo("paid"));
        Sums.check(lab);
        assertThat(lab.fact("shop/1").getIssues())
                .singleElement()
                .satisfies(issue -> assertThat(issue.getCode()).isEqualTo("HISTORY_TOO_LONG"));
        assertThat(lab.lastStatus().getCounters()).containsEntry("cut_histories", 1L);
    }

    @Test
    void ofALoopLeaveNoStageOutThatWasEnteredInTheDroppedMiddle() {
        lab.configure(Given.config().build()).settle();
        for (int i = 0; i < 1_700; i++) {
            lab.observe(Given.order(1, i == 600 ? Given.PAID : i % 2 == 0 ? Given.NEW : Given.WORK, i));
        }

        assertThat(lab.values(Topics.TRANSITIONS).values())
                .filteredOn(each -> each.getToStageId().equals("paid"))
                .singleElement()
                .satisfies(paid -> assertThat(paid.getEnteredBy()).isEqualTo(Given.minute(600)));
        Sums.check(lab);
    }

    /** What an earlier release put in force, this one may refuse: until that is mended, a long history goes on and loses entries. */
    @Test
    void ofALoopThatWentOnUnjudgedBecomeWhatTheyWouldHaveBeen() {
        loopOnUnjudged();

        lab.configure(Given.config().build()).settle();

        try (var judged = Lab.open()) {
            judged.configure(Given.config().build()).settle();
            loop(judged, 0, 1_102);
            assertThat(lab.values(Topics.TRANSITIONS)).isEqualTo(judged.values(Topics.TRANSITIONS));
        }
        Sums.check(lab);
    }

    @Test
    void ofALoopThatWentOnUnjudgedGoWithTheFact() {
        loopOnUnjudged();

        lab.observe(Given.gone(1, 1_200));

        assertThat(lab.table(Topics.TRANSITIONS)).isEmpty();
        Sums.check(lab);
    }

    /** After two more changes the order stands where it stood, but it came there later. */
    private void loopOnUnjudged() {
        lab.configure(Given.config().build()).settle();
        loop(lab, 0, 1_100);
        var refused = Given.config().setTimeZone("Nowhere").build();
        lab.configure(refused).putInForce(1, refused);
        loop(lab, 1_100, 1_102);
    }

    private static void loop(Lab lab, int from, int to) {
        for (int i = from; i < to; i++) {
            lab.observe(Given.order(1, i % 2 == 0 ? Given.NEW : Given.WORK, i));
        }
    }

    /** Ten minutes after each other, from the creation on. */
    private void move(long order, long... statuses) {
        for (int i = 0; i < statuses.length; i++) {
            lab.observe(Given.order(order, statuses[i], 10 * (i + 1)));
        }
    }
}
