package remfunnel.systemtests.upgrades;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares what two versions tell: a later one may tell more, and that is no difference. */
final class Told {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Told() {}

    static JsonNode row(String line) {
        return JSON.readTree(line);
    }

    static List<JsonNode> rows(List<String> lines) {
        return lines.stream().map(Told::row).toList();
    }

    /** Each of them without what is told beside; all of one kind tell the same. */
    static List<JsonNode> asFarAs(List<JsonNode> then, List<JsonNode> now) {
        return now.stream().map(each -> asFarAs(then.getFirst(), each)).toList();
    }

    /** What is told now, without members that had not been there then. */
    static JsonNode asFarAs(JsonNode then, JsonNode now) {
        if (then.isObject() && now.isObject()) {
            var known = JSON.createObjectNode();
            then.properties().stream()
                    .filter(member -> now.has(member.getKey()))
                    .forEach(
                            member -> known.set(member.getKey(), asFarAs(member.getValue(), now.get(member.getKey()))));
            return known;
        }
        return then.isArray() && now.isArray() ? elements(then, now) : now;
    }

    /** One too many stays. */
    private static JsonNode elements(JsonNode then, JsonNode now) {
        var known = JSON.createArrayNode();
        for (int i = 0; i < now.size(); i++) {
            known.add(i < then.size() ? asFarAs(then.get(i), now.get(i)) : now.get(i));
        }
        return known;
    }

    /** Those members alone, as far as there are any. */
    static JsonNode only(List<String> names, JsonNode all) {
        var some = JSON.createObjectNode();
        names.stream().filter(all::has).forEach(name -> some.set(name, all.get(name)));
        return some;
    }
}
