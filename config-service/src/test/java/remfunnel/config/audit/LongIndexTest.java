package remfunnel.config.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LongIndexTest {
    @Test
    void agreesWithAMap() {
        LongIndex index = new LongIndex();
        Map<Long, Integer> expected = new HashMap<>();
        Random random = new Random(11);
        for (int i = 0; i < 50_000; i++) {
            long number = random.nextInt(4) == 0 ? random.nextLong() : random.nextInt(20_000) - 10_000L;
            expected.putIfAbsent(number, expected.size());

            int added = index.add(number);

            assertThat(added).isEqualTo(expected.get(number));
        }

        assertThat(index.size()).isEqualTo(expected.size());
        assertThat(expected)
                .allSatisfy((number, place) -> assertThat(index.find(number)).isEqualTo(place));
        assertThat(index.find(1_000_000)).isEqualTo(LongIndex.ABSENT);
    }
}
