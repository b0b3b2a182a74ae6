package remfunnel.ingest.polling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import remfunnel.ingest.source.PayloadHash;

class LeftOutTest {
    private final LeftOut leftOut = new LeftOut();

    @Test
    void countsEachStateOfAnOrderOnce() {
        boolean isNews = add(7);
        boolean isNewsAgain = add(7);

        assertThat(isNews).isTrue();
        assertThat(isNewsAgain).isFalse();
        assertThat(leftOut.message()).contains("published: 1; the latest: order 7.");
    }

    @Test
    void countsNoneTwiceWhenThereAreMoreThanItRemembers() {
        for (int round = 0; round < 2; round++) {
            for (int order = 0; order < 10_001; order++) {
                add(order);
            }
        }

        assertThat(leftOut.message()).contains("published: at least 10000; the latest: order 9998, ");
    }

    private boolean add(int order) {
        return leftOut.add("shop", new PayloadHash(order, 0), "order " + order);
    }
}
