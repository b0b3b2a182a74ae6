package remfunnel.config.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import remfunnel.Marker;
import remfunnel.StageSettings;

class WayTest {
    private static StageSettings stage(String id, Marker marker) {
        return StageSettings.newBuilder()
                .setId(id)
                .setTitle(id)
                .setMarker(marker)
                .setStatusIds(List.of())
                .build();
    }

    private static Way way(StageSettings... stages) {
        return Way.of(Arrays.asList(stages));
    }

    private static Figures orders(long count) {
        return new Figures(count, count, OptionalLong.empty(), BigDecimal.ZERO, BigDecimal.ZERO, 0, 0);
    }

    private static long reached(Map<String, Figures> stages, String stage) {
        return stages.get(stage).reached().orElseThrow();
    }

    @Test
    void anOrderCameThroughTheStagesBeforeItsOwn() {
        var reached = way(stage("new", Marker.INITIAL), stage("work", null), stage("paid", Marker.SUCCESS))
                .reached(Map.of("new", orders(5), "paid", orders(2)));

        assertThat(reached(reached, "new")).isEqualTo(7);
        assertThat(reached(reached, "work")).isEqualTo(2);
        assertThat(reached(reached, "paid")).isEqualTo(2);
    }

    /** Wherever its stage stands, how far it had come is not known. */
    @Test
    void anOrderThatFailedIsOnlyKnownToHaveBegun() {
        var reached = way(
                        stage("lost", Marker.FAILURE), stage("new", Marker.INITIAL), stage("work", Marker.IN_PROGRESS))
                .reached(Map.of("lost", orders(3), "work", orders(4)));

        assertThat(reached(reached, "lost")).isEqualTo(3);
        assertThat(reached(reached, "new")).isEqualTo(7);
        assertThat(reached(reached, "work")).isEqualTo(4);
    }

    /** Unmapped, or of a stage that the configuration in force has no more. */
    @Test
    void whatIsOnNoWayIsReachedByThoseInIt() {
        var reached = way(stage("new", Marker.INITIAL)).reached(Map.of("_unmapped", orders(3), "new", orders(1)));

        assertThat(reached(reached, "_unmapped")).isEqualTo(3);
        assertThat(reached(reached, "new")).isEqualTo(1);
    }

    @Test
    void tellsWhoseOrdersCameAsFar() {
        assertThat(way(stage("new", null), stage("paid", null), stage("lost", Marker.FAILURE))
                        .through())
                .isEqualTo(Map.of(
                        "new", List.of("new", "paid", "lost"), "paid", List.of("paid"), "lost", List.of("lost")));
    }
}
