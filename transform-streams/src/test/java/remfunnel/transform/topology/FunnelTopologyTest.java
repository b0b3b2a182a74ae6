package remfunnel.transform.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;
import remfunnel.schemas.PlainRecords;

class FunnelTopologyTest {
    /** A change of names strands state of running installations: it is made on purpose or not at all. */
    @Test
    void isTheApprovedDrawing() throws IOException {
        var workplace = new Workplace(new PlainRecords(), new CountedMeters(), Pace.DEFAULT);
        var topology = new FunnelTopology(new StreamsConfig(Lab.config()), 6, workplace);

        var drawing = topology.get().describe().toString();

        assertThat(drawing).isEqualTo(approved());
    }

    private static String approved() throws IOException {
        try (var file = FunnelTopologyTest.class.getResourceAsStream("/expected-topology.txt")) {
            assertThat(file).isNotNull();
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
