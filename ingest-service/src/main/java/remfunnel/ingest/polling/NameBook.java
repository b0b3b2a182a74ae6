package remfunnel.ingest.polling;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import remfunnel.DictionaryEntry;
import remfunnel.DictionaryKind;
import remfunnel.ingest.source.DictionaryItem;

/** The names of one connector as they were last published. */
public final class NameBook {
    private record Name(DictionaryKind kind, String id) {}

    private final Map<Name, DictionaryEntry> entries = new ConcurrentHashMap<>();

    public void put(DictionaryEntry entry) {
        entries.put(new Name(entry.getKind(), entry.getId()), entry);
    }

    public void putAll(Collection<DictionaryEntry> published) {
        published.forEach(this::put);
    }

    public void remove(DictionaryKind kind, String id) {
        entries.remove(new Name(kind, id));
    }

    public List<DictionaryEntry> all() {
        return List.copyOf(entries.values());
    }

    public boolean isEmpty() {
        return entries.isEmpty();
    }

    public void clear() {
        entries.clear();
    }

    boolean has(DictionaryKind kind, String id) {
        return entries.containsKey(new Name(kind, id));
    }

    /** What is new, changed or gone in the source's whole list of one kind. */
    List<DictionaryEntry> changes(String connectorId, DictionaryKind kind, List<DictionaryItem> items) {
        var changes = new ArrayList<DictionaryEntry>();
        for (DictionaryItem item : items) {
            var entry = entry(connectorId, kind, item);
            if (!entry.equals(entries.get(new Name(kind, item.id())))) {
                changes.add(entry);
            }
        }
        changes.addAll(gone(kind, items.stream().map(DictionaryItem::id).collect(Collectors.toSet())));
        return changes;
    }

    private List<DictionaryEntry> gone(DictionaryKind kind, Set<String> listed) {
        return entries.values().stream()
                .filter(entry -> entry.getKind() == kind && !entry.getDeleted() && !listed.contains(entry.getId()))
                .map(entry -> DictionaryEntry.newBuilder(entry).setDeleted(true).build())
                .toList();
    }

    private static DictionaryEntry entry(String connectorId, DictionaryKind kind, DictionaryItem item) {
        return new DictionaryEntry(connectorId, kind, item.id(), item.name(), item.attributes(), item.deleted());
    }
}
