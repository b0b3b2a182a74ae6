package remfunnel.config.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class LiveOffsetsTest {
    @Test
    void agreesWithAMapForManyKeys() {
        LiveOffsets offsets = new LiveOffsets(1_000);
        Map<String, Long> expected = new HashMap<>();
        Random random = new Random(7);
        for (long offset = 1_000; offset < 60_000; offset += 1 + random.nextInt(3)) {
            String key = "shop/" + random.nextInt(12_000);
            boolean tombstone = random.nextInt(10) == 0;
            offsets.add(key.getBytes(StandardCharsets.UTF_8), offset, tombstone);
            if (tombstone) {
                expected.remove(key);
            } else {
                expected.put(key, offset);
            }
        }

        TreeSet<Long> live = new TreeSet<>();
        offsets.finish().stream().forEach(position -> live.add(position + 1_000L));

        assertThat(live).isEqualTo(new TreeSet<>(expected.values()));
        assertThat(offsets.count()).isEqualTo(expected.size());
    }
}
