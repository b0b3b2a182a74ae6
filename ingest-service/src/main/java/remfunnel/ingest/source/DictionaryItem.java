package remfunnel.ingest.source;

import java.util.Map;

/** A name of the source: of a status, a location, an employee … */
public record DictionaryItem(String id, String name, Map<String, String> attributes, boolean deleted) {
    public DictionaryItem {
        attributes = Map.copyOf(attributes);
    }
}
