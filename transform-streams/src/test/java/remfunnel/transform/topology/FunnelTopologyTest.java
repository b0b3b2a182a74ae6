package remfunnel.transform.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyDescription;
import org.junit.jupiter.api.Test;
import remfunnel.schemas.Party;
import remfunnel.schemas.PlainRecords;
import remfunnel.schemas.Topic;

class FunnelTopologyTest {
    /** A change of names strands state of running installations: it is made on purpose or not at all. */
    @Test
    void isTheApprovedDrawing() throws IOException {
        assertThat(drawn().toString()).isEqualTo(approved());
    }

    /** What it may do on a secured cluster is made of the catalogue. */
    @Test
    void readsAndWritesWhatTheCatalogueSays() {
        var nodes = drawn().subtopologies().stream()
                .flatMap(part -> part.nodes().stream())
                .toList();

        assertThat(nodes)
                .filteredOn(TopologyDescription.Source.class::isInstance)
                .flatExtracting(node -> ((TopologyDescription.Source) node).topicSet())
                .filteredOn(FunnelTopologyTest::isAgreed)
                .containsExactlyInAnyOrderElementsOf(names(Party.TRANSFORM.reads()));
        assertThat(nodes)
                .filteredOn(TopologyDescription.Sink.class::isInstance)
                .extracting(node -> ((TopologyDescription.Sink) node).topic())
                .filteredOn(FunnelTopologyTest::isAgreed)
                .containsExactlyInAnyOrderElementsOf(names(Party.TRANSFORM.writes()));
    }

    private static TopologyDescription drawn() {
        var parts = new TopologyParts(new PlainRecords(), new CountedMeters(), Pace.DEFAULT);
        return new FunnelTopology(new StreamsConfig(Lab.config()), 6, parts)
                .get()
                .describe();
    }

    /** The repartition topic is the topology's own. */
    private static boolean isAgreed(String topic) {
        return !topic.endsWith("-repartition");
    }

    private static List<String> names(List<Topic<?>> topics) {
        return topics.stream().map(Topic::name).toList();
    }

    private static String approved() throws IOException {
        try (var file = FunnelTopologyTest.class.getResourceAsStream("/expected-topology.txt")) {
            assertThat(file).isNotNull();
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
