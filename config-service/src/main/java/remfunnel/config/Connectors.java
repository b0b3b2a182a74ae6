package remfunnel.config;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import remfunnel.FunnelConfig;
import remfunnel.config.document.ConnectorWriter;
import remfunnel.config.document.Fault;
import remfunnel.funnel.Funnel;
import remfunnel.funnel.Vocabulary;
import remfunnel.schemas.Topics;

/**
 * The connectors, read from the topics and written to them. Kafka has no compare-and-set: within an instance writes queue up, and one
 * that slipped in elsewhere is told afterwards.
 */
@Component
public class Connectors {
    private final LiveTopics topics;
    private final TopicWriter writer;
    private final Vault vault;
    private final DraftJudge judge;
    private final Clock clock;
    private final ReentrantLock writing = new ReentrantLock();

    Connectors(LiveTopics topics, TopicWriter writer, Vault vault, Clock clock) {
        this.topics = topics;
        this.writer = writer;
        this.vault = vault;
        this.judge = new DraftJudge(topics.dictionaries());
        this.clock = clock;
    }

    List<String> ids() {
        return Stream.concat(topics.written().keys(), topics.active().keys())
                .distinct()
                .sorted()
                .filter(id -> latest(id).isPresent())
                .toList();
    }

    /** What was written last, stamped with its revision; empty where there is none or it was removed. */
    public Optional<FunnelConfig> latest(String id) {
        Optional<TopicView.Held<FunnelConfig>> last = topics.written().last(id);
        return last.isEmpty() ? active(id) : last.flatMap(Connectors::stamped);
    }

    private static Optional<FunnelConfig> stamped(TopicView.Held<FunnelConfig> held) {
        return held.value()
                .map(config -> FunnelConfig.newBuilder(config)
                        .setRevision(held.offset())
                        .build());
    }

    Optional<FunnelConfig> active(String id) {
        return topics.active().value(id);
    }

    Vocabulary vocabulary(String id) {
        return judge.vocabulary(id);
    }

    List<Fault> faults(FunnelConfig config) {
        return judge.faults(config);
    }

    Optional<Funnel> compiled(FunnelConfig config) {
        return judge.compiled(config);
    }

    WriteResult put(FunnelConfig draft, String by, Expectation expectation) {
        List<Fault> faults = judge.faults(draft);
        if (!faults.isEmpty()) {
            return new WriteResult.Refused(faults);
        }
        FunnelConfig config = FunnelConfig.newBuilder(draft)
                .setRevision(0)
                .setUpdatedAt(clock.instant())
                .setUpdatedBy(by)
                .build();
        return alone(
                () -> objection(config.getConnectorId(), config, expectation).orElseGet(() -> write(config)));
    }

    WriteResult remove(String id, Expectation expectation) {
        return alone(() -> {
            Optional<FunnelConfig> latest = latest(id);
            return latest.isEmpty()
                    ? new WriteResult.Absent()
                    : objection(id, latest.get(), expectation).orElseGet(() -> erase(id, latest.get()));
        });
    }

    private WriteResult alone(Supplier<WriteResult> write) {
        writing.lock();
        try {
            return write.get();
        } finally {
            writing.unlock();
        }
    }

    private Optional<WriteResult> objection(String id, FunnelConfig mine, Expectation expectation) {
        Optional<FunnelConfig> latest = latest(id);
        return switch (expectation) {
            case Expectation.Unsaid unsaid -> Optional.of(new WriteResult.NoPrecondition());
            case Expectation.NoneYet none -> latest.map(there -> new WriteResult.Exists(there.getRevision()));
            case Expectation.Any any -> latest.isEmpty() ? Optional.of(new WriteResult.Absent()) : Optional.empty();
            case Expectation.Revision seen ->
                latest.isEmpty()
                        ? Optional.of(new WriteResult.Absent())
                        : latest.filter(there -> there.getRevision() != seen.revision())
                                .map(there -> stale(there, mine));
        };
    }

    private static WriteResult stale(FunnelConfig there, FunnelConfig mine) {
        return new WriteResult.Stale(
                there.getRevision(), there.getUpdatedBy(), ConnectorWriter.differences(there, mine));
    }

    private WriteResult write(FunnelConfig config) {
        Optional<FunnelConfig> former = latest(config.getConnectorId());
        boolean keyRemoved = removeKeyOfAnotherAddress(former, config);
        long revision = writer.write(Topics.CONFIG, config.getConnectorId(), config);
        topics.awaitOwn(config.getConnectorId(), Optional.of(config), revision);
        return new WriteResult.Written(
                revision, former.isEmpty(), keyRemoved, between(former, config.getConnectorId(), revision));
    }

    /** Before the address is written: a key must reach no address but the one it was given for. */
    private boolean removeKeyOfAnotherAddress(Optional<FunnelConfig> former, FunnelConfig config) {
        boolean moved = !former.map(SourceAddress::of).equals(Optional.of(SourceAddress.of(config)));
        boolean removing = moved && vault.storedAt(config.getConnectorId()).isPresent();
        if (removing) {
            vault.forget(config.getConnectorId());
        }
        return removing;
    }

    private WriteResult erase(String id, FunnelConfig former) {
        long revision = writer.remove(Topics.CONFIG, id);
        topics.awaitOwn(id, Optional.empty(), revision);
        return new WriteResult.Written(revision, false, false, between(Optional.of(former), id, revision));
    }

    /** What someone else wrote between what was known and the revision. */
    private Optional<Long> between(Optional<FunnelConfig> former, String id, long revision) {
        long known = former.map(FunnelConfig::getRevision).orElse(TopicView.NONE);
        return topics.written()
                .last(id)
                .filter(last -> last.offset() == revision)
                .map(TopicView.Held::previous)
                .filter(previous -> previous > known && former.isPresent());
    }
}
