package remfunnel.ingest.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import remfunnel.DictionaryKind;
import tools.jackson.databind.JsonNode;

/** Reads names of one kind. Of an employee it takes the name alone: phone and e-mail concern nobody downstream. */
record NamesShape(DictionaryKind kind, int firstPosition) implements BodyShape<NamesShape.Names> {
    /** Some or all names of a kind, and how many the source says there are. */
    record Names(List<DictionaryItem> items, OptionalLong count) {}

    @Override
    public Names read(Envelope envelope) throws MalformedBody {
        if (envelope.data().isEmpty()) {
            throw new MalformedBody("a list of names without data");
        }
        var items = new ArrayList<DictionaryItem>();
        for (var row : envelope.rows()) {
            items.add(item(EnvelopeReader.tree(row), firstPosition + items.size()));
        }
        return new Names(List.copyOf(items), envelope.count());
    }

    private DictionaryItem item(JsonNode row, int position) throws MalformedBody {
        var id = row.path("id").asString("");
        if (id.isBlank()) {
            throw new MalformedBody("a name without an id");
        }
        var deleted =
                row.path("deleted").asBoolean(false) || row.path("is_archived").asBoolean(false);
        return new DictionaryItem(prefixed(id), name(row, id), attributes(row, position), deleted);
    }

    private String prefixed(String id) {
        return kind == DictionaryKind.ORDER_FIELD && !id.startsWith("f") ? "f" + id : id;
    }

    private String name(JsonNode row, String id) {
        var person = Stream.of("first_name", "last_name")
                .map(part -> row.path(part).asString("").strip())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return Stream.of(
                        person, row.path("name").asString(""), row.path("title").asString(""))
                .filter(name -> !name.isBlank())
                .findFirst()
                .orElse(id);
    }

    private Map<String, String> attributes(JsonNode row, int position) {
        var attributes = new LinkedHashMap<String, String>();
        if (kind == DictionaryKind.STATUS) {
            var group = row.path("group");
            attributes.put("group", (group.isObject() ? group.path("type") : group).asString(""));
            attributes.put("color", row.path("color").asString(""));
            attributes.put("position", Integer.toString(position));
        } else if (kind == DictionaryKind.ORDER_FIELD) {
            attributes.put("type", row.path("type").asString(""));
        }
        attributes.values().removeIf(String::isEmpty);
        return attributes;
    }
}
