package remfunnel.config.document;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import remfunnel.DictionaryKind;
import remfunnel.funnel.Text;

/** Finds ids by the names that the source's dictionaries hold: a name must match exactly one entry. */
public record DictionaryNames(Map<DictionaryKind, List<Entry>> dictionaries) implements References {
    /** A name of the source. */
    public record Entry(String id, String name) {
        @Override
        public String toString() {
            return name + " (" + id + ")";
        }
    }

    public DictionaryNames {
        dictionaries = Map.copyOf(dictionaries);
    }

    @Override
    public Found find(DictionaryKind kind, Node.Scalar name) {
        String wanted = name.text().strip();
        List<Entry> entries = dictionaries.getOrDefault(kind, List.of());
        List<Entry> matching = entries.stream()
                .filter(entry -> entry.name().strip().equals(wanted))
                .toList();
        return switch (matching.size()) {
            case 1 -> new Found.Id(matching.getFirst().id());
            case 0 -> new Found.None("UNKNOWN_NAME", none(kind, name.shown(), entries));
            default -> new Found.None("AMBIGUOUS_NAME", several(kind, name.shown(), matching));
        };
    }

    private static Text none(DictionaryKind kind, String shown, List<Entry> entries) {
        String there = entries.isEmpty() ? "none" : listed(entries);
        String word = Words.of(kind);
        return Text.of(
                "there is no " + word + " '" + shown + "' in the source; there are: " + there,
                "в источнике нет «" + shown + "» (" + word + "); есть: " + there);
    }

    private static Text several(DictionaryKind kind, String shown, List<Entry> matching) {
        String word = Words.of(kind);
        return Text.of(
                "the " + word + " '" + shown + "' is there " + matching.size() + " times: write the id of one of "
                        + listed(matching),
                "«" + shown + "» (" + word + ") встречается несколько раз, укажите id: " + listed(matching));
    }

    private static String listed(List<Entry> entries) {
        return entries.stream().map(Entry::toString).collect(Collectors.joining(", "));
    }
}
