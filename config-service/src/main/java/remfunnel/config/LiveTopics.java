package remfunnel.config;

import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import remfunnel.ApiToken;
import remfunnel.ConnectorStatus;
import remfunnel.DictionaryEntry;
import remfunnel.Draft;
import remfunnel.EncryptedSecret;
import remfunnel.FunnelConfig;
import remfunnel.StatusesSeen;
import remfunnel.User;
import remfunnel.schemas.Records;
import remfunnel.schemas.SharedSettings.KafkaSettings;
import remfunnel.schemas.Topics;

/** The compacted topics as every instance holds them in memory, read whole before the service answers anyone. */
public class LiveTopics implements SmartLifecycle {
    private static final Logger LOGGER = LoggerFactory.getLogger(LiveTopics.class);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final TopicView<FunnelConfig> written = new TopicView<>();
    private final TopicView<FunnelConfig> active = new TopicView<>();
    private final TopicView<ConnectorStatus> statuses = new TopicView<>();
    private final TopicView<DictionaryEntry> dictionaries = new TopicView<>();
    private final TopicView<EncryptedSecret> secrets = new TopicView<>();
    private final TopicView<User> users = new TopicView<>();
    private final TopicView<ApiToken> tokens = new TopicView<>();
    private final TopicView<Draft> drafts = new TopicView<>();
    private final TopicView<StatusesSeen> statusesSeen = new TopicView<>();
    private final TopicTail tail;
    private Optional<Thread> thread = Optional.empty();

    LiveTopics(KafkaSettings kafka, Records records) {
        this.tail = new TopicTail(kafka, records)
                .feeding(Topics.CONFIG, written, LiveTopics::ownKey)
                .feeding(Topics.CONFIG_ACTIVE, active, LiveTopics::ownKey)
                .feeding(Topics.STATUS, statuses)
                .feeding(Topics.DICTIONARIES, dictionaries)
                .feeding(Topics.CREDENTIALS, secrets)
                .feeding(Topics.USERS, users)
                .feeding(Topics.TOKENS, tokens)
                .feeding(Topics.DRAFTS, drafts)
                .feeding(Topics.STATUSES_SEEN, statusesSeen);
    }

    private static boolean ownKey(String key, FunnelConfig config) {
        return config.getConnectorId().equals(key);
    }

    /** What operators wrote last, whether or not it became active. */
    TopicView<FunnelConfig> written() {
        return written;
    }

    TopicView<FunnelConfig> active() {
        return active;
    }

    TopicView<ConnectorStatus> statuses() {
        return statuses;
    }

    public TopicView<DictionaryEntry> dictionaries() {
        return dictionaries;
    }

    TopicView<EncryptedSecret> secrets() {
        return secrets;
    }

    public TopicView<User> users() {
        return users;
    }

    public TopicView<ApiToken> tokens() {
        return tokens;
    }

    public TopicView<Draft> drafts() {
        return drafts;
    }

    public TopicView<StatusesSeen> statusesSeen() {
        return statusesSeen;
    }

    /** Until the configuration just written has been read back; waits a while, then takes it as written. */
    void awaitOwn(String id, Optional<FunnelConfig> config, long revision) {
        if (!tail.awaitOffset(Topics.CONFIG.name(), revision, Duration.ofSeconds(5))) {
            written.accept(id, config, revision);
        }
    }

    @Override
    public void start() {
        thread =
                Optional.of(Thread.ofPlatform().name("live-topics").daemon(true).start(tail));
        if (!tail.awaitCaughtUp(PATIENCE)) {
            stop();
            throw new IllegalStateException(
                    "The topics could not be read within " + PATIENCE.toSeconds()
                            + " s: are the broker and the registry up? (REMFUNNEL_KAFKA_BOOTSTRAP_SERVERS, REMFUNNEL_REGISTRY_URL)");
        }
        LOGGER.atInfo().addKeyValue("connectors", active.keys().count()).log("Read what the topics hold");
    }

    @Override
    public void stop() {
        tail.close();
        thread.ifPresent(LiveTopics::join);
        thread = Optional.empty();
    }

    private static void join(Thread thread) {
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread.filter(Thread::isAlive).isPresent();
    }

    boolean isHealthy() {
        return isRunning() && tail.isReading();
    }

    @Override
    public int getPhase() {
        return 0;
    }
}
