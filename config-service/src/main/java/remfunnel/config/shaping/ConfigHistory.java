package remfunnel.config.shaping;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import remfunnel.AuditEntry;
import remfunnel.FunnelConfig;
import remfunnel.config.document.ConnectorWriter;

/** What was ever written of each connector, as far as {@code funnel.config} and {@code config.audit} still hold it. */
public final class ConfigHistory {
    /** Of each connector, and as many deeds beside them. */
    static final int KEPT = 500;

    private static final Pattern REMOVAL = Pattern.compile("DELETE /api/connectors/([a-z0-9-]{1,40})");
    private static final Pattern KEY = Pattern.compile("PUT /api/connectors/([a-z0-9-]{1,40})/credentials");
    private static final String REMOVED = "removed";
    private static final int BAD_REQUEST = 400;

    private final Map<String, Connector> connectors = new ConcurrentHashMap<>();

    private record Connector(
            NavigableMap<Long, Optional<FunnelConfig>> revisions, NavigableMap<String, HistoryEntry> deeds) {
        Connector() {
            this(new ConcurrentSkipListMap<>(), new ConcurrentSkipListMap<>());
        }
    }

    private Connector of(String id) {
        return connectors.computeIfAbsent(id, any -> new Connector());
    }

    /** Empty: it was removed. */
    public void configuration(String id, Optional<FunnelConfig> config, long revision) {
        keep(of(id).revisions(), revision, config);
    }

    private static <K, V> void keep(NavigableMap<K, V> all, K key, V value) {
        all.put(key, value);
        while (all.size() > KEPT) {
            all.pollFirstEntry();
        }
    }

    public void deed(String key, AuditEntry entry) {
        if (entry.getStatus() < BAD_REQUEST) {
            deed(entry).ifPresent(deed -> keep(of(deed.connector()).deeds(), key, deed.entry()));
        }
    }

    private record Deed(String connector, HistoryEntry entry) {}

    private static Optional<Deed> deed(AuditEntry entry) {
        String done = entry.getMethod() + " " + entry.getPath();
        return Stream.of(deed(REMOVAL.matcher(done), REMOVED, entry), deed(KEY.matcher(done), "key", entry))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Deed> deed(Matcher found, String kind, AuditEntry entry) {
        return found.matches()
                ? Optional.of(new Deed(found.group(1), HistoryEntry.deed(kind, entry.getAt(), entry.getBy())))
                : Optional.empty();
    }

    /** The newest first. */
    List<HistoryEntry> entries(String id) {
        return Optional.ofNullable(connectors.get(id)).stream()
                .flatMap(
                        connector -> Stream.concat(changes(connector.revisions()), connector.deeds().values().stream()))
                .sorted(Comparator.comparing(HistoryEntry::at).reversed())
                .toList();
    }

    /** What was written as that revision: empty where it removed the connector, was never of it, or is held no more. */
    Optional<HistoryEntry> entry(String id, long revision) {
        return Optional.ofNullable(connectors.get(id))
                .map(Connector::revisions)
                .flatMap(revisions -> Optional.ofNullable(revisions.get(revision))
                        .flatMap(written -> written.map(config -> change(revisions, revision, config))));
    }

    /** What may be brought back, the connector removed last first. */
    List<RemovedConnector> removed() {
        return connectors.values().stream()
                .flatMap(connector -> removed(connector).stream())
                .sorted(Comparator.comparingLong(RemovedConnector::revision).reversed())
                .toList();
    }

    private static Optional<RemovedConnector> removed(Connector connector) {
        Optional<HistoryEntry> removal = lastRemoval(connector);
        return Optional.ofNullable(connector.revisions().lastEntry())
                .filter(last -> last.getValue().isEmpty())
                .flatMap(last -> lastConfiguration(connector)
                        .map(config -> new RemovedConnector(
                                last.getKey(),
                                removal.map(HistoryEntry::at),
                                removal.map(HistoryEntry::by),
                                ConnectorWriter.document(config))));
    }

    private static Optional<FunnelConfig> lastConfiguration(Connector connector) {
        return connector.revisions().descendingMap().values().stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<HistoryEntry> lastRemoval(Connector connector) {
        return connector.deeds().values().stream()
                .filter(deed -> deed.kind().equals(REMOVED))
                .max(Comparator.comparing(HistoryEntry::at));
    }

    private static Stream<HistoryEntry> changes(NavigableMap<Long, Optional<FunnelConfig>> revisions) {
        return revisions.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(config -> change(revisions, entry.getKey(), config)));
    }

    private static HistoryEntry change(
            NavigableMap<Long, Optional<FunnelConfig>> revisions, long revision, FunnelConfig config) {
        var former = Optional.ofNullable(revisions.lowerEntry(revision)).flatMap(Map.Entry::getValue);
        return HistoryEntry.change(revision, config, former);
    }
}
