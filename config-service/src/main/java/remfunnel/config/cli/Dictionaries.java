package remfunnel.config.cli;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import remfunnel.DictionaryKind;
import remfunnel.config.document.DictionaryNames;
import remfunnel.config.document.Words;
import tools.jackson.databind.JsonNode;

/** The names that a connector's source uses, as far as they are known. */
final class Dictionaries {
    private Dictionaries() {}

    static DictionaryNames of(ConfigClient client, String id) {
        Map<DictionaryKind, List<DictionaryNames.Entry>> names = new EnumMap<>(DictionaryKind.class);
        JsonNode all = client.get("/api/connectors/" + id + "/dictionaries").orFail();
        for (DictionaryKind kind : DictionaryKind.values()) {
            for (JsonNode entry : all.path(Words.of(kind))) {
                if (!entry.path("deleted").asBoolean()) {
                    names.computeIfAbsent(kind, it -> new ArrayList<>())
                            .add(new DictionaryNames.Entry(
                                    entry.path("id").asString(),
                                    entry.path("name").asString()));
                }
            }
        }
        return new DictionaryNames(names);
    }
}
