package remfunnel.funnel.totals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShareTest {
    private static final LocalDate DAY = LocalDate.parse("2026-02-03");
    private static final Share SHARE =
            new Share(DAY, Optional.of(7L), Optional.of(new BigDecimal("12.3400")), Optional.empty());

    @Test
    void standsInOneStageAndEnteredAll() {
        var cells = SHARE.cells("work", Set.of("new", "work"));

        assertThat(cells)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        new Cell(DAY, Optional.of(7L), "new"),
                        new Total(0, 1, BigDecimal.ZERO, BigDecimal.ZERO, 0, 0),
                        new Cell(DAY, Optional.of(7L), "work"),
                        new Total(1, 1, new BigDecimal("12.34"), BigDecimal.ZERO, 0, 1)));
    }

    @Test
    void isTakenBackExactly() {
        var total = SHARE.cells("work", Set.of("work")).get(new Cell(DAY, Optional.of(7L), "work"));

        assertThat(total.plus(total).plus(total.negated())).isEqualTo(total);
        assertThat(total.plus(total.negated()).isNone()).isTrue();
    }

    @Test
    void comesBackFromItsBytes() {
        var bare = new Share(LocalDate.EPOCH, Optional.empty(), Optional.empty(), Optional.of(BigDecimal.ONE));

        assertThat(Share.decode(SHARE.encode())).isEqualTo(SHARE);
        assertThat(Share.decode(bare.encode())).isEqualTo(bare);
    }

    @Test
    void refusesBytesOfAnotherVersion() {
        assertThatThrownBy(() -> Share.decode(new byte[] {7}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("version 7");
    }
}
