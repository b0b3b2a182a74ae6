package remfunnel.benchmarks.transform;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import remfunnel.benchmarks.harness.ParentLine;
import remfunnel.transform.StreamsProperties;

/** A topology that remfunnel is compared to, with the very settings of remfunnel's own, on one stream thread. */
final class PeerProcess {
    private static final Logger LOGGER = LoggerFactory.getLogger(PeerProcess.class);

    private PeerProcess() {}

    public static void main(String[] arguments) {
        var parent = ParentLine.open();
        var peer = Peer.parse(arguments);
        var config = new StreamsConfig(properties(peer));
        try (var streams = new KafkaStreams(PeerTopologies.of(peer, config), config)) {
            streams.setUncaughtExceptionHandler(failure -> {
                LOGGER.atError().setCause(failure).log("The peer's topology failed: this round does not count");
                Runtime.getRuntime().halt(1);
                return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
            });
            streams.start();
            parent.say("ready");
            parent.untilTheEnd();
        }
        System.exit(0);
    }

    private static Map<String, Object> properties(Peer peer) {
        Map<String, Object> all = new HashMap<>(StreamsProperties.ofAnyTopology());
        all.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, peer.bootstrapServers());
        all.put(StreamsConfig.APPLICATION_ID_CONFIG, peer.application());
        all.put(StreamsConfig.STATE_DIR_CONFIG, peer.stateDir());
        all.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 1);
        // The foreign-key join counts the store that it leaves out among those without a name.
        all.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, false);
        return all;
    }
}
