package remfunnel.standalone;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.Server;
import kafka.server.SharedServer;
import kafka.server.StandardFaultHandlerFactory;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.bootstrap.BootstrapMetadata;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.raft.QuorumConfig;
import org.apache.kafka.server.ServerSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Controller and broker in one process, put together as Kafka's own {@link KafkaRaftServer} does it, with a wait between the two.
 *
 * <p>Why: started at once after a kill, a broker believes that it leads what the killed one led, and goes on with transactions that
 * were about to end. Seconds later the controller counts the killed one as gone, for a moment nobody leads, and a transaction's
 * marker whose partition nobody leads is left out for ever, as if the partition had been deleted (Kafka 4.3.1,
 * {@code TransactionMarkerChannelManager}: "these partitions are likely deleted already and hence can be skipped"). The partition's
 * read_committed consumers, and every topology that restores from it, then wait without end.
 */
final class CombinedServer {
    private static final Logger LOGGER = LoggerFactory.getLogger(CombinedServer.class);

    private final SharedServer shared;
    private final ControllerServer controller;
    private final BrokerServer broker;

    CombinedServer(KafkaConfig config) {
        var directories = KafkaRaftServer.initializeLogDirs(config, LOGGER, "");
        MetaPropertiesEnsemble properties = directories._1();
        BootstrapMetadata bootstrap = directories._2();
        var quorum = config.quorumConfig();
        shared = new SharedServer(
                config,
                properties,
                Time.SYSTEM,
                Server.initializeMetrics(
                        config, Time.SYSTEM, properties.clusterId().orElseThrow()),
                CompletableFuture.completedFuture(QuorumConfig.parseVoterConnections(quorum.voters())),
                QuorumConfig.parseBootstrapServers(quorum.bootstrapServers()),
                new StandardFaultHandlerFactory(),
                ServerSocketFactory.INSTANCE);
        controller = new ControllerServer(shared, KafkaRaftServer.configSchema(), bootstrap);
        broker = new BrokerServer(shared);
    }

    /** Returns once clients are served. */
    void startup() {
        controller.startup();
        var former = new FormerRegistration(shared.brokerConfig().nodeId());
        shared.loader().installPublishers(List.of(former)).join();
        former.awaitGone();
        shared.loader().removeAndClosePublisher(former).join();
        broker.startup();
    }

    /** The broker goes first: it tells the controller. */
    void shutdown() {
        broker.shutdown();
        controller.shutdown();
    }

    void awaitShutdown() {
        broker.awaitShutdown();
        controller.awaitShutdown();
    }
}
