package remfunnel.config.audit;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import remfunnel.config.export.Snapshots;
import remfunnel.config.export.SnapshotsBusyException;
import remfunnel.config.export.TopicSnapshot;
import remfunnel.schemas.RecordReader;
import remfunnel.schemas.Records;
import remfunnel.schemas.Topic;
import remfunnel.schemas.Topics;

/**
 * Compares funnel.totals with what facts and transitions add up to, while orders go on.
 *
 * <p>The three are written in one transaction, but its end is marked in each partition by itself, some milliseconds apart: the ends of
 * what is committed, asked for at once, may lie on either side of such a mark, and then one topic is a transaction ahead of
 * another. No consumer can see where transactions end, so what differs is read again, several times with a pause between: a cell is right
 * when some reading finds it right, wrong when none does and two find it wrong by the same, and in doubt otherwise, as when an error grows
 * with each order. One reading is enough where all agrees.
 */
public final class TotalsAudit {
    private static final int READINGS = 5;

    private final Snapshots snapshots;
    private final Records records;
    private final Runnable pause;
    private final Semaphore one = new Semaphore(1);

    /** The pause is to be longer than the transform's commit interval. */
    public TotalsAudit(Snapshots snapshots, Records records, Runnable pause) {
        this.snapshots = snapshots;
        this.records = records;
        this.pause = pause;
    }

    private record Reading(Instant asOf, Map<String, CountedConnector> connectors) {}

    private record Audited(Instant asOf, Map<String, AuditedConnector> connectors) {
        static Audited of(Reading first) {
            Map<String, AuditedConnector> audited = new TreeMap<>();
            first.connectors.forEach((id, counted) -> audited.put(id, AuditedConnector.of(counted)));
            return new Audited(first.asOf, audited);
        }

        boolean agrees() {
            return connectors.values().stream().allMatch(AuditedConnector::agrees);
        }

        Audited then(Reading later) {
            Map<String, AuditedConnector> audited = new TreeMap<>();
            later.connectors.forEach((id, counted) -> audited.put(
                    id,
                    Optional.ofNullable(connectors.get(id))
                            .map(earlier -> earlier.then(counted))
                            .orElseGet(() -> AuditedConnector.metLater(counted))));
            return new Audited(later.asOf, audited);
        }
    }

    /**
     * Of one connector, or of all that have facts, transitions or totals.
     *
     * @param zones the time zone of each connector's active configuration; one without is read in UTC
     * @throws SnapshotsBusyException when another recount is under way
     * @throws UndecodableException when a record of the three topics cannot be decoded: the sums would be wrong without it
     */
    public List<TotalsReport> run(Optional<String> connector, Function<String, Optional<ZoneId>> zones) {
        if (!one.tryAcquire()) {
            throw new SnapshotsBusyException();
        }
        try {
            return reports(connector, zones);
        } finally {
            one.release();
        }
    }

    private List<TotalsReport> reports(Optional<String> connector, Function<String, Optional<ZoneId>> zones) {
        Audited audited = Audited.of(read(connector, zones));
        for (int again = 1; again < READINGS && !audited.agrees(); again++) {
            pause.run();
            audited = audited.then(read(connector, zones));
        }
        Instant asOf = audited.asOf();
        return audited.connectors().entrySet().stream()
                .map(entry -> TotalsReport.of(entry.getKey(), asOf, entry.getValue()))
                .toList();
    }

    private Reading read(Optional<String> connector, Function<String, Optional<ZoneId>> zones) {
        Map<String, Recount> recounts = new TreeMap<>();
        Function<String, Recount> fresh = id -> new Recount(zones.apply(id).orElse(ZoneId.of("UTC")));
        Function<String, Recount> of = id -> recounts.computeIfAbsent(id, fresh);
        connector.ifPresent(id -> recounts.put(id, fresh.apply(id)));
        Map<Topic<?>, TopicSnapshot> taken =
                snapshots.together(List.of(Topics.FACTS, Topics.TRANSITIONS, Topics.TOTALS), connector);
        each(
                Topics.FACTS,
                taken.get(Topics.FACTS),
                fact -> of.apply(fact.getConnectorId()).fact(fact));
        each(
                Topics.TRANSITIONS,
                taken.get(Topics.TRANSITIONS),
                transition -> of.apply(transition.getConnectorId()).transition(transition));
        each(
                Topics.TOTALS,
                taken.get(Topics.TOTALS),
                total -> of.apply(total.getConnectorId()).total(total));
        return new Reading(
                taken.get(Topics.FACTS).asOf(),
                recounts.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, entry -> entry.getValue().counted(), (a, b) -> a, TreeMap::new)));
    }

    private <V extends SpecificRecord> void each(Topic<V> topic, TopicSnapshot snapshot, Consumer<V> take) {
        RecordReader<V> reader = records.reader(topic);
        List<String> reasons = new ArrayList<>();
        snapshot.forEach(bytes -> {
            switch (reader.read(bytes)) {
                case RecordReader.Reading.Decoded<V>(V value) -> take.accept(value);
                case RecordReader.Reading.Undecodable<V>(String reason) -> reasons.add(reason);
            }
        });
        if (!reasons.isEmpty()) {
            throw new UndecodableException(topic.name(), reasons.size(), reasons.getFirst());
        }
    }
}
