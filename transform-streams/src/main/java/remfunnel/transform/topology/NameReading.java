package remfunnel.transform.topology;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import remfunnel.DictionaryEntry;
import remfunnel.DictionaryKind;
import remfunnel.schemas.Keys;
import remfunnel.schemas.RecordReader;
import remfunnel.schemas.RecordReader.Reading;
import remfunnel.transform.state.Name;

/** What a record of remonline.dictionaries turned out to be. */
sealed interface NameReading {
    /** Connector, kind and id. */
    record Key(String connector, DictionaryKind kind, String id) {
        String text() {
            return Keys.dictionary(connector, kind, id);
        }
    }

    /** A name, or the news that there is none. */
    record Accepted(Key key, Optional<Name> name) implements NameReading {}

    record Refused(String reason) implements NameReading {}

    Pattern KEY = Pattern.compile(
            "([a-z0-9][a-z0-9-]{0,39})/(STATUS|LOCATION|ORDER_TYPE|EMPLOYEE|AD_CAMPAIGN|ORDER_FIELD)/(.+)");
    Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}");

    static NameReading of(byte[] key, byte[] value, RecordReader<DictionaryEntry> reader) {
        var matched = TextKey.read(key).map(KEY::matcher).filter(Matcher::matches);
        if (matched.isEmpty()) {
            return new Refused("the key is not connector/KIND/id in UTF-8");
        }
        var parts = matched.get();
        var place = new Key(parts.group(1), DictionaryKind.valueOf(parts.group(2)), parts.group(3));
        if (value == null) {
            return new Accepted(place, Optional.empty());
        }
        return switch (reader.read(value)) {
            case Reading.Undecodable<DictionaryEntry>(var reason) -> new Refused(reason);
            case Reading.Decoded<DictionaryEntry>(var entry) -> checked(place, entry);
        };
    }

    private static NameReading checked(Key place, DictionaryEntry entry) {
        return place.equals(new Key(entry.getConnectorId(), entry.getKind(), entry.getId()))
                ? new Accepted(place, Optional.of(new Name(name(entry), group(entry), type(entry))))
                : new Refused(
                        "the key is not " + Keys.dictionary(entry.getConnectorId(), entry.getKind(), entry.getId())
                                + ", as the entry demands");
    }

    /**
     * What was deleted keeps its name: orders of old still refer to it. Of fields formulas refer to the name, and a field that is made
     * again bears that of the deleted one: it must not be in its way.
     */
    private static String name(DictionaryEntry entry) {
        return entry.getKind() == DictionaryKind.ORDER_FIELD && entry.getDeleted() ? "" : entry.getName();
    }

    private static String type(DictionaryEntry entry) {
        return entry.getKind() == DictionaryKind.ORDER_FIELD
                ? entry.getAttributes().getOrDefault("type", "")
                : "";
    }

    private static OptionalInt group(DictionaryEntry entry) {
        var group = entry.getAttributes().getOrDefault("group", "");
        return entry.getKind() == DictionaryKind.STATUS && NUMBER.matcher(group).matches()
                ? OptionalInt.of(Integer.parseInt(group))
                : OptionalInt.empty();
    }
}
