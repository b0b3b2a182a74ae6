package remfunnel.standalone;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The settings of a broker that is alone on a laptop: one replica of everything, few threads, small buffers. */
record BrokerSettings(Path directory, int port, int controllerPort) {
    static final int NODE_ID = 1;

    private static final Map<String, String> ALONE = Map.ofEntries(
            Map.entry("process.roles", "broker,controller"),
            Map.entry("node.id", Integer.toString(NODE_ID)),
            Map.entry("controller.listener.names", "CONTROLLER"),
            Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
            Map.entry("auto.create.topics.enable", "false"),
            Map.entry("default.replication.factor", "1"),
            Map.entry("offsets.topic.replication.factor", "1"),
            Map.entry("transaction.state.log.replication.factor", "1"),
            Map.entry("transaction.state.log.min.isr", "1"),
            Map.entry("share.coordinator.state.topic.replication.factor", "1"),
            Map.entry("share.coordinator.state.topic.min.isr", "1"));

    private static final Map<String, String> SMALL = Map.ofEntries(
            Map.entry("offsets.topic.num.partitions", "4"),
            Map.entry("transaction.state.log.num.partitions", "4"),
            Map.entry("share.coordinator.state.topic.num.partitions", "1"),
            Map.entry("num.network.threads", "2"),
            Map.entry("num.io.threads", "4"),
            Map.entry("background.threads", "2"),
            Map.entry("group.coordinator.threads", "1"),
            Map.entry("share.coordinator.threads", "1"),
            Map.entry("log.cleaner.dedupe.buffer.size", "16777216"),
            Map.entry("log.segment.bytes", "134217728"),
            Map.entry("group.initial.rebalance.delay.ms", "0"));

    /**
     * A killed process loses nothing, for the page cache outlives it; the regular flush bounds what a power cut can take and how
     * much log is read again after a kill. Frequent heartbeats keep a broker on a busy machine from being taken for gone. Offsets
     * outlast holidays: by default a group that has been away for a week would start from the beginning.
     */
    private static final Map<String, String> ENDURING = Map.of(
            "log.flush.interval.ms", "10000",
            "log.flush.scheduler.interval.ms", "10000",
            "num.recovery.threads.per.data.dir", "2",
            "broker.heartbeat.interval.ms", "1000",
            "offsets.retention.minutes", "5256000");

    Map<String, String> asProperties() {
        var properties = new TreeMap<String, String>();
        properties.putAll(ALONE);
        properties.putAll(SMALL);
        properties.putAll(ENDURING);
        properties.put("log.dirs", directory.toString());
        properties.put("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        properties.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        properties.put("controller.quorum.voters", NODE_ID + "@127.0.0.1:" + controllerPort);
        return properties;
    }
}
