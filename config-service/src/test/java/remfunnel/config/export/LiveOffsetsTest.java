package remfunnel.config.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiveOffsetsTest {
    private static final long BASE = 1_000;

    private record Entry(String key, long offset, boolean tombstone) {}

    private static List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        Random random = new Random(7);
        for (long offset = BASE; offset < 60_000; offset += 1 + random.nextInt(3)) {
            entries.add(new Entry("shop/" + random.nextInt(12_000), offset, random.nextInt(10) == 0));
        }
        return entries;
    }

    private static int add(List<Entry> entries, LiveOffsets offsets) {
        int passes = 0;
        do {
            passes++;
            entries.forEach(it -> offsets.add(it.key().getBytes(StandardCharsets.UTF_8), it.offset(), it.tombstone()));
        } while (offsets.needsAnotherPass());
        return passes;
    }

    private static Set<Long> last(List<Entry> entries) {
        Map<String, Entry> last = new HashMap<>();
        entries.forEach(entry -> last.put(entry.key(), entry));
        return last.values().stream()
                .filter(entry -> !entry.tombstone())
                .map(Entry::offset)
                .collect(Collectors.toSet());
    }

    private static Set<Long> live(List<Entry> entries, LiveOffsets offsets) {
        return entries.stream().map(Entry::offset).filter(offsets::isLive).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @CsvSource({"100000, 1", "6000, 2", "1000, 10", "100, 100"})
    void agreesWithAMapInAsManyPassesAsItsBoundTakes(int mostKeys, int leastPasses) {
        List<Entry> entries = entries();
        LiveOffsets offsets = new LiveOffsets(mostKeys);

        int passes = add(entries, offsets);

        assertThat(live(entries, offsets)).isEqualTo(last(entries));
        assertThat(offsets.count()).isEqualTo(last(entries).size());
        assertThat(passes).isBetween(leastPasses, 4 * leastPasses);
    }

    @Test
    void tellsRecordsApartBetweenWhichCompactionEmptiedMoreOffsetsThanThereAreInts() {
        List<Entry> entries = List.of(
                new Entry("shop/1", BASE, false),
                new Entry("shop/2", BASE + 1, false),
                new Entry("shop/1", BASE + 5_000_000_000L, false),
                new Entry("shop/3", BASE + 9_000_000_000_000L, false));
        LiveOffsets offsets = new LiveOffsets(100);

        add(entries, offsets);

        assertThat(live(entries, offsets)).isEqualTo(last(entries));
        assertThat(offsets.isLive(BASE + 7_000_000_000L)).isFalse();
    }
}
